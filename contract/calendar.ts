/** Reckoning with the kinds of time of `contract/times.ts`. It stands alone so that the window can use it without a validator. */

const DAY_MS = 86_400_000
const two = (n: number): string => String(n).padStart(2, '0')

/** Wall time of an instant (text or milliseconds) on this machine, which stands at the school. */
export function localOf(instant: string | number): string {
  const at = new Date(instant)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** Years have four figures; what would lie beyond stays at the end. */
const FIRST = Date.parse('0000-01-01T00:00Z')
const LAST = Date.parse('9999-12-31T23:59Z')
const isoOf = (milliseconds: number): string => new Date(Math.min(Math.max(milliseconds, FIRST), LAST)).toISOString()

/** The day so many days after a CalendarDate or LocalTime. */
export const addDays = (day: string, days: number): string =>
  isoOf(Date.parse(day.slice(0, 10)) + days * DAY_MS).slice(0, 10)

/** The same day so many months after a CalendarDate; the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const at = new Date(`${day.slice(0, 7)}-01`)
  at.setUTCMonth(at.getUTCMonth() + months + 1, 0)
  at.setUTCDate(Math.min(Number(day.slice(8, 10)), at.getUTCDate()))
  return isoOf(at.getTime()).slice(0, 10)
}

/** Whole days from one CalendarDate or LocalTime to another, whatever the hour; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS)

/** The LocalTime so many minutes after another. Wall time: a day has 24 hours, also when the clock is put forward. */
export const addMinutes = (at: string, minutes: number): string =>
  isoOf(Date.parse(`${at}:00Z`) + minutes * 60_000).slice(0, 16)

/** Minutes from one LocalTime to another; negative when `to` is earlier. */
export const minutesBetween = (from: string, to: string): number =>
  (Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`)) / 60_000

/** The year in whose autumn the school year of a day began; it turns in August. */
export const schoolYearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5, 7) < '08' ? 1 : 0)

/** Completed years on a day. */
export const ageOn = (birthDate: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5, 10) < birthDate.slice(5, 10) ? 1 : 0)

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: string): number => new Date(day.slice(0, 10)).getUTCDay()

/** ISO 8601 week of a day, `2026-W47`; weeks begin on Monday and belong to the year of their Thursday. */
export function isoWeekOf(day: string): string {
  const thursday = addDays(day, 3 - ((weekdayOf(day) + 6) % 7))
  const week = Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
  return `${thursday.slice(0, 4)}-W${two(week)}`
}
