import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'

export function IdleWarning({ seconds, onStay }: { seconds: number; onStay: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      open
      centered
      closable={false}
      width={380}
      title={t('frame.idle.title')}
      onCancel={onStay}
      footer={
        <Button type="primary" autoFocus onClick={onStay}>
          {t('frame.idle.stay')}
        </Button>
      }
    >
      <p aria-live="polite">{t('frame.idle.body', { seconds })}</p>
    </Modal>
  )
}
