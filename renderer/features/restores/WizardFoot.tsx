import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

type Props = {
  onBack: () => void
  canGoOn: boolean
  verb: string
  isBusy?: boolean
  missing?: string
  /** Without it the button sends the form it stands in. */
  onNext?: () => void
}

/** Back on the left, the one next step on the right, and what is still missing between them. */
export function WizardFoot({ onBack, canGoOn, verb, isBusy = false, missing, onNext }: Props) {
  const { t } = useTranslation()
  return (
    <div className="restore-foot">
      <Button type="text" disabled={isBusy} onClick={onBack}>
        {t('restores.back')}
      </Button>
      <span className="field-hint">{!canGoOn && missing}</span>
      <Button
        type="primary"
        htmlType={onNext ? 'button' : 'submit'}
        autoFocus={onNext !== undefined}
        disabled={!canGoOn}
        loading={isBusy}
        onClick={onNext}
      >
        {verb}
      </Button>
    </div>
  )
}
