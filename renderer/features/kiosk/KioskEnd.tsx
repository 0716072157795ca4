import { useTranslation } from 'react-i18next'
import type { KioskForm } from '#contract/kiosk'
import type { Answers } from '#contract/results'
import { blanksOf } from '#lib/kiosk-sitting'

type Props = {
  form: KioskForm
  given: Answers
  isLast: boolean
  isBusy: boolean
  onBack: () => void
  onDone: () => void
}

/** A last look before a form is handed in: what was left blank is named, and may stay blank. */
export function KioskEnd({ form, given, isLast, isBusy, onBack, onDone }: Props) {
  const { t } = useTranslation()
  const blanks = blanksOf(form, given)
  return (
    <section className="kiosk-body">
      <h1 className="kiosk-question">{t('kiosk.end')}</h1>
      <p className="kiosk-instructions">
        {blanks.length === 0
          ? t('kiosk.allAnswered')
          : t('kiosk.blanks', { n: blanks.length, list: blanks.join(', ') })}
      </p>
      <div className="kiosk-row">
        <button type="button" className="kiosk-primary" autoFocus disabled={isBusy} onClick={onDone}>
          {t(isBusy ? 'kiosk.handingIn' : isLast ? 'kiosk.handIn' : 'kiosk.nextForm')}
        </button>
        <button type="button" className="kiosk-plain" disabled={isBusy} onClick={onBack}>
          {t('kiosk.lookAgain')}
        </button>
      </div>
    </section>
  )
}
