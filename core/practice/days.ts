/** Calendar arithmetic on `YYYY-MM-DD`; no time zone comes into it. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()
const isWeekend = (day: string): boolean => weekdayOf(day) % 6 === 0

/** The day `ago` days before today. Past days at a weekend move back to Friday, coming ones on to Monday. */
export function schoolDay(today: string, ago: number): string {
  let day = addDays(today, -ago)
  if (ago === 0) return day
  while (isWeekend(day)) day = addDays(day, ago > 0 ? -1 : 1)
  return day
}

/** `12:10` and 35 minutes give `12:45`; the day does not change. */
export function addMinutes(at: string, minutes: number): string {
  const [hours = 0, rest = 0] = at.split(':').map(Number)
  const total = Math.min(hours * 60 + rest + minutes, 23 * 60 + 59)
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}

/** Milliseconds of a wall time on this machine. */
export const millisecondsOf = (localTime: string): number => new Date(localTime).getTime()
/** Calendar date and wall time of an instant on this machine. */
export function localOf(milliseconds: number): { day: string; at: string } {
  const date = new Date(milliseconds)
  const two = (n: number): string => String(n).padStart(2, '0')
  return {
    day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    at: `${two(date.getHours())}:${two(date.getMinutes())}`,
  }
}
