import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { HoursInRange } from '#contract/hours'
import { namedDayOf, shiftsOf } from '#lib/calendar-week'
import { formatDate, formatShortWeekday } from '#lib/format'
import { useWorkplace } from '#lib/workplace'

type Props = { day: string; hours: HoursInRange | undefined; onOpen?: (day: string) => void }

/** The name of a column: weekday, date, who is on duty, and what the day is called. */
export const DayHead = memo(function DayHead({ day, hours, onOpen }: Props) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const named = hours && namedDayOf(hours.closedDays, day)
  const shifts = hours ? shiftsOf(hours.shifts, day) : []
  const duty = shifts.map(({ userName, startsAt, endsAt, note }) =>
    [userName, `${startsAt}–${endsAt}`, note].filter(Boolean).join(' '),
  )
  const name = (
    <>
      <span className="cal-weekday">{formatShortWeekday(day)}</span> <b>{formatDate(day)}</b>
    </>
  )
  return (
    <div
      className={day === today ? 'cal-head cal-head-today' : 'cal-head'}
      aria-current={day === today ? 'date' : undefined}
    >
      <div className="cal-head-first">
        {onOpen ? (
          <button type="button" className="cal-head-open" title={t('calendar.openDay')} onClick={() => onOpen(day)}>
            {name}
          </button>
        ) : (
          <span>{name}</span>
        )}
        {named && (
          <span className={`cal-named cal-named-${named.kind}`} title={named.name}>
            {named.name}
          </span>
        )}
      </div>
      {duty.length > 0 && (
        <div className="cal-duty" title={duty.join('\n')}>
          {t('calendar.duty', { who: [...new Set(shifts.map(({ userName }) => userName))].join(t('calendar.and')) })}
        </div>
      )}
    </div>
  )
})
