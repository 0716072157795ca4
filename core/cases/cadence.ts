import type { CaseRules } from '#contract/case-course'
import { addDays, addMonths } from '#contract/calendar'
import type { Stability } from '#contract/case-tables'

type Mark = { stability: Stability; everyDays: number | null } | null

/** At most so many days between two contacts on a day: the case's own number, else by class and by how old the case is (S36). */
export function everyDaysOf(
  rules: Pick<CaseRules, 'earlyMonths' | 'cadence'>,
  mark: Mark,
  openedOn: string,
  day: string,
) {
  const { early, later } = rules.cadence[mark?.stability ?? 'watch'] ?? { early: 7, later: 14 }
  return mark?.everyDays ?? (day < addMonths(openedOn, rules.earlyMonths) ? early : later)
}

/** When the next contact is due, reckoned from the last one or from the first day of the case. */
export const contactDue = (everyDays: number, lastOn: string | null, openedOn: string): string =>
  addDays(lastOn !== null && lastOn > openedOn ? lastOn : openedOn, everyDays)
