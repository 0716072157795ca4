import type { AppointmentLine } from '#contract/appointments'
import { addDays, weekdayOf } from '#contract/calendar'
import type { BusyTime, ClosedDay, HoursInRange, Shift } from '#contract/hours'
import { DAY_MINUTES, minuteOf } from '#lib/day-grid'
import type { Span } from '#lib/day-grid'

/** What is drawn when nothing lies outside of it. */
export const USUAL_DAY: Span = { from: 8 * 60, until: 18 * 60 }

export const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7))
export const weekFrom = (monday: string): string[] => Array.from({ length: 7 }, (_, i) => addDays(monday, i))

/** The named day that rules: a day worked instead, before a day off, before an exam week. */
export const namedDayOf = (closedDays: readonly ClosedDay[], day: string): ClosedDay | undefined =>
  ['extra', 'closed', 'holiday', 'exam']
    .map((kind) => closedDays.find((one) => one.kind === kind && one.fromDay <= day && day <= one.toDay))
    .find((one) => one !== undefined)

/** When the room is open on a day. While it has not said its hours, no time counts as closed. */
export const openSpansOf = (
  { weekly, closedDays }: Pick<HoursInRange, 'weekly' | 'closedDays'>,
  day: string,
): Span[] => {
  const named = namedDayOf(closedDays, day)
  if (named?.kind === 'holiday' || named?.kind === 'closed') return []
  if (weekly.length === 0) return [{ from: 0, until: DAY_MINUTES }]
  const weekday = named?.kind === 'extra' ? (named.asWeekday ?? weekdayOf(day)) : weekdayOf(day)
  return weekly
    .filter((stretch) => stretch.weekday === weekday)
    .map(({ from, to }) => ({ from: minuteOf(from), until: minuteOf(to) }))
}

export const busyOf = (busy: readonly BusyTime[], day: string): BusyTime[] =>
  busy.filter(
    (one) =>
      one.day === day ||
      (one.weekday === weekdayOf(day) && one.fromDay <= day && (one.untilDay === null || day <= one.untilDay)),
  )

export const shiftsOf = (shifts: readonly Shift[], day: string): Shift[] =>
  shifts.filter((shift) => shift.day === day).sort((a, b) => a.startsAt.localeCompare(b.startsAt))

/** The hours of a line on its day; what would go on after midnight ends with the day. */
export const spanOfLine = ({ from, until }: Pick<AppointmentLine, 'from' | 'until'>): Span => ({
  from: minuteOf(from),
  until: until.slice(0, 10) > from.slice(0, 10) ? DAY_MINUTES : Math.max(minuteOf(until), minuteOf(from) + 5),
})

/** Saturday and Sunday stand only when something is on them: open, booked, or today. */
export const daysShown = (
  monday: string,
  { hours, lines, today }: { hours: HoursInRange | undefined; lines: readonly AppointmentLine[]; today: string },
): string[] =>
  weekFrom(monday).filter(
    (day, i) =>
      i < 5 ||
      day === today ||
      lines.some(({ from }) => from.startsWith(day)) ||
      (hours !== undefined && hours.weekly.length > 0 && openSpansOf(hours, day).length > 0),
  )

/** What must be visible besides the usual day; a room that has not said its hours asks for nothing. */
export const drawnSpans = (hours: HoursInRange | undefined, days: readonly string[]): Span[] =>
  hours === undefined || hours.weekly.length === 0 ? [] : days.flatMap((day) => openSpansOf(hours, day))
