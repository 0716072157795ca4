import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BookedVisit } from '#contract/declines'
import { formatMoment } from '#lib/format'
import { useWorkplace } from '#lib/workplace'
import { FormRow } from '#ui/FormRow'

type Props = {
  booked: { isInCrisis: boolean; visits: readonly BookedVisit[] } | undefined
  /** Visits that stay as they are. */
  kept: readonly string[]
  onKept: (kept: string[]) => void
}

/** What is booked with a student who does not want to come: each ticked visit is cancelled along with it. */
export function BookedVisits({ booked, kept, onKept }: Props) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  if (!booked || (booked.visits.length === 0 && !booked.isInCrisis)) return null
  if (booked.isInCrisis)
    return (
      <FormRow label={t('declines.booked')}>
        <p className="field-hint">{t('declines.inCrisis')}</p>
      </FormRow>
    )
  return (
    <FormRow label={t('declines.booked')} hint={t('declines.bookedHint')}>
      {booked.visits.map(({ visitId, bookedFor, receiverName, place }) => (
        <div key={visitId}>
          <Checkbox
            checked={!kept.includes(visitId)}
            onChange={({ target }) =>
              onKept(target.checked ? kept.filter((one) => one !== visitId) : [...kept, visitId])
            }
          >
            {t('declines.cancelVisit', { when: formatMoment(bookedFor, today) })}{' '}
            <span className="field-hint">{[receiverName, place].filter(Boolean).join(' · ')}</span>
          </Checkbox>
        </div>
      ))}
    </FormRow>
  )
}
