import { useTranslation } from 'react-i18next'
import { bothIn } from '#lib/both'
import type { flagSteps } from '#lib/flag-severities'
import { currentLanguage } from '#lib/words'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'

const NOBODY = 0
type Props = {
  steps: ReturnType<typeof flagSteps>
  /** Severity from which on a result flags; null: bands flag nobody. */
  value: number | null
  onChange: (severity: number | null) => void
}

/** Which of our own bands flag. A critical answer always does; the platform's levels are asked at the import. */
export function FlagRow({ steps, value, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <FormRow label={t('screenings.dialog.flags')} hint={steps.length > 0 && t('screenings.dialog.flagsHint')}>
      {steps.length === 0 ? (
        <div className="form-row-line">{t('screenings.dialog.noBands')}</div>
      ) : (
        <Chips
          label={t('screenings.dialog.flags')}
          value={value ?? NOBODY}
          options={[
            ...steps.map((band) => ({
              value: band.severity,
              label: t('screenings.dialog.fromBand', { band: bothIn(currentLanguage(), band) }),
            })),
            { value: NOBODY, label: t('screenings.dialog.noBandFlags') },
          ]}
          onChange={(severity) => onChange(severity === NOBODY ? null : severity)}
        />
      )}
    </FormRow>
  )
}
