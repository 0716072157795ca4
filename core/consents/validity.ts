import { addMonths } from '#contract/calendar'
import type { ConsentKind } from '#contract/code-tables'
import type { ConsentRules } from '#contract/consents'
import type { Term } from '#contract/settings'

/** Told once, and agreed for as long as the counseling lasts. */
const WITHOUT_END: readonly ConsentKind[] = ['notice', 'agreement', 'confidentiality']

/** The last day of the school year: it begins on the first of September. */
export function endOfYear(day: string): string {
  const end = `${day.slice(0, 4)}-08-31`
  return day <= end ? end : addMonths(end, 12)
}
export const endOfTerm = (terms: readonly Term[], day: string): string | null =>
  terms.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)?.endsOn ?? null

/** How long a consent of that day holds by the school's rule; null: until it is withdrawn. */
export function validityOf(
  kind: ConsentKind,
  day: string,
  { validFor }: ConsentRules,
  terms: readonly Term[],
): string | null {
  if (validFor === 'always' || WITHOUT_END.includes(kind)) return null
  return (validFor === 'term' ? endOfTerm(terms, day) : null) ?? endOfYear(day)
}
