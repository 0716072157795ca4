import type { CaseRules } from '#contract/case-course'
import { addDays } from '#contract/calendar'
import type { Stability } from '#contract/code-tables'

type Mark = { stability: Stability; everyDays: number | null } | null

/** At most so many days between two contacts on a day: the case's own number, else by class and by how old the case is (S36). */
export function everyDaysOf(
  rules: Pick<CaseRules, 'earlyMonths' | 'cadence'>,
  mark: Mark,
  openedOn: string,
  day: string,
) {
  const { early, later } = rules.cadence[mark?.stability ?? 'watch'] ?? { early: 7, later: 14 }
  return mark?.everyDays ?? (day < monthsLater(openedOn, rules.earlyMonths) ? early : later)
}

/** When the next contact is due, reckoned from the last one or from the first day of the case. */
export const contactDue = (everyDays: number, lastOn: string | null, openedOn: string): string =>
  addDays(lastOn !== null && lastOn > openedOn ? lastOn : openedOn, everyDays)

/** The same day so many months later; the last day of a shorter month. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10)
}
