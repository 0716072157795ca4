import type { Term } from '#contract/settings'
import { daysBetween } from '#lib/format'

/** Which school week `day` is in, from 1 (weeks begin on Monday); null outside the term. */
export const weekOf = (term: Pick<Term, 'startsOn' | 'endsOn'>, day: string): number | null => {
  if (day < term.startsOn || day > term.endsOn) return null
  const [year = 0, month = 1, date = 1] = term.startsOn.split('-').map(Number)
  const daysAfterMonday = (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7
  return Math.floor((daysBetween(term.startsOn, day) + daysAfterMonday) / 7) + 1
}

/** The term that holds a day. */
export const termOf = (terms: readonly Term[], day: string): Term | undefined =>
  terms.find((term) => term.startsOn <= day.slice(0, 10) && day.slice(0, 10) <= term.endsOn)
