import { localOf } from '#contract/calendar'
import { minuteOf, topOf } from '#lib/day-grid'
import type { Sheet } from '#lib/day-grid'
import { useNow } from '#lib/use-now'

/** Where the day has come to, a thin line across its column. */
export function NowLine({ days, sheet }: { days: readonly string[]; sheet: Sheet }) {
  const now = localOf(useNow(30_000))
  const column = days.indexOf(now.slice(0, 10))
  const minute = minuteOf(now)
  if (column === -1 || minute < sheet.from || minute > sheet.until) return null
  return (
    <div
      className="cal-now"
      aria-hidden="true"
      style={{
        left: `${(column / days.length) * 100}%`,
        width: `${100 / days.length}%`,
        top: topOf(sheet, minute),
      }}
    />
  )
}
