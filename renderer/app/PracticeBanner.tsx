import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { leavePractice } from './lock.ts'

export function PracticeBanner() {
  const { t } = useTranslation()
  return (
    <div className="practice" role="status">
      <strong>{t('frame.practice')}</strong>
      <span>{t('frame.practiceHint')}</span>
      <Button size="small" onClick={() => void leavePractice()}>
        {t('frame.leavePractice')}
      </Button>
    </div>
  )
}
