import { addDays, weekdayOf } from '#contract/calendar'

/** The day `ago` days before today. Past days at a weekend move back to Friday, coming ones on to Monday. */
export function schoolDay(today: string, ago: number): string {
  let day = addDays(today, -ago)
  if (ago === 0) return day
  while (weekdayOf(day) % 6 === 0) day = addDays(day, ago > 0 ? -1 : 1)
  return day
}
