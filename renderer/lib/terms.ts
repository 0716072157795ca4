import { daysBetween, schoolYearOf, weekdayOf } from '#contract/calendar'
import type { Term } from '#contract/settings'
import { currentLanguage } from '#lib/words'

type TermDates = Omit<Term, 'id'>

/** Which school week `day` is in, from 1 (weeks begin on Monday); null outside the term. */
export const weekOf = (term: Pick<Term, 'startsOn' | 'endsOn'>, day: string): number | null => {
  if (day < term.startsOn || day > term.endsOn) return null
  const daysAfterMonday = (weekdayOf(term.startsOn) + 6) % 7
  return Math.floor((daysBetween(term.startsOn, day) + daysAfterMonday) / 7) + 1
}

/** The term that holds a day. */
export const termOf = (terms: readonly Term[], day: string): Term | undefined =>
  terms.find((term) => term.startsOn <= day.slice(0, 10) && day.slice(0, 10) <= term.endsOn)

const autumn = (year: number): TermDates => ({
  name: currentLanguage() === 'zh' ? `${year}秋` : `${year} autumn`,
  startsOn: `${year}-09-01`,
  endsOn: `${year + 1}-01-22`,
})
const spring = (year: number): TermDates => ({
  name: currentLanguage() === 'zh' ? `${year}春` : `${year} spring`,
  startsOn: `${year}-02-22`,
  endsOn: `${year}-07-09`,
})

/** The two terms of the school year that `day` falls in, by the usual calendar of mainland schools. */
export const usualTerms = (day: string): TermDates[] => {
  const year = schoolYearOf(day)
  return [autumn(year), spring(year + 1)]
}

/** The usual term that follows a date. */
export const termAfter = (lastDay: string): TermDates => {
  const year = Number(lastDay.slice(0, 4))
  return lastDay.slice(5, 7) < '02' || lastDay.slice(5) < '02-22'
    ? spring(year)
    : lastDay.slice(5) < '09-01'
      ? autumn(year)
      : spring(year + 1)
}
