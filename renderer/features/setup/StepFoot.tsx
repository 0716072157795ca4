import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

type Props = { onBack: () => void; canGoOn: boolean; isBusy?: boolean; verb?: string; missing?: string }

/** Back on the left, the one next step on the right, and what is still missing between them. */
export function StepFoot({ onBack, canGoOn, isBusy = false, verb, missing }: Props) {
  const { t } = useTranslation()
  return (
    <div className="setup-foot">
      <Button type="text" onClick={onBack} disabled={isBusy}>
        {t('setup.back')}
      </Button>
      <span className="field-hint">{!canGoOn && missing}</span>
      <Button type="primary" htmlType="submit" disabled={!canGoOn} loading={isBusy}>
        {verb ?? t('setup.next')}
      </Button>
    </div>
  )
}
