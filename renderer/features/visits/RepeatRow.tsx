import { InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { addDays } from '#contract/calendar'
import { formatDate } from '#lib/format'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'

type Repeat = { everyWeeks: number; times: number }
type Props = Repeat & { at: string | null; onChange: (part: Partial<Repeat>) => void }

/** The same hour again every week or every other week. */
export function RepeatRow({ everyWeeks, times, at, onChange }: Props) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const options = [
    { value: 0, label: t('visits.repeats.once') },
    { value: 1, label: t('visits.repeats.weekly') },
    { value: 2, label: t('visits.repeats.fortnightly') },
  ]
  return (
    <FormRow label={t('visits.repeat')} hint={everyWeeks > 0 && t('visits.repeatHint')}>
      <div className="form-row-line">
        <Chips
          label={t('visits.repeat')}
          value={everyWeeks}
          options={options}
          onChange={(weeks) => onChange({ everyWeeks: weeks })}
        />
        {everyWeeks > 0 && (
          <>
            <InputNumber
              aria-label={t('visits.howOften')}
              min={2}
              max={20}
              value={times}
              onChange={(value) => onChange({ times: value ?? 2 })}
            />
            <span className="field-hint">
              {t('visits.howOftenUntil', {
                day: at ? formatDate(addDays(at, (times - 1) * everyWeeks * 7), today) : '…',
              })}
            </span>
          </>
        )}
      </div>
    </FormRow>
  )
}
