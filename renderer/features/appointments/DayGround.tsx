import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { HoursInRange } from '#contract/hours'
import { busyOf } from '#lib/calendar-week'
import { gapsOf, minuteOf, topOf } from '#lib/day-grid'
import type { Sheet, Span } from '#lib/day-grid'

type Props = {
  day: string
  column: number
  columns: number
  hours: HoursInRange | undefined
  open: readonly Span[]
  sheet: Sheet
}

/** What lies under the appointments of a day: open light, closed shaded, hatched where somebody cannot receive. */
export const DayGround = memo(function DayGround({ day, column, columns, hours, open, sheet }: Props) {
  const { t } = useTranslation()
  const styleOf = ({ from, until }: Span) => ({
    top: topOf(sheet, Math.max(from, sheet.from)),
    height: (Math.min(until, sheet.until) - Math.max(from, sheet.from)) * sheet.pixelsPerMinute,
  })
  const busy = hours ? busyOf(hours.busy, day) : []
  return (
    <div
      className="cal-day"
      data-ground={day}
      style={{
        left: `${(column / columns) * 100}%`,
        width: `${100 / columns}%`,
        backgroundSize: `100% ${60 * sheet.pixelsPerMinute}px`,
      }}
    >
      {gapsOf(open, sheet).map((gap) => (
        <div key={gap.from} className="cal-closed" style={styleOf(gap)} />
      ))}
      {busy.map(({ id, title, userName, startsAt, endsAt }) => (
        <div
          key={id}
          className="cal-busy"
          style={styleOf({ from: minuteOf(startsAt), until: minuteOf(endsAt) })}
          title={title || t('calendar.busyOf', { name: userName })}
        >
          <span>{title || t('calendar.busyOf', { name: userName })}</span>
        </div>
      ))}
    </div>
  )
})
