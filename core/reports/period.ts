import { AppError } from '#contract/errors'
import type { Term } from '#contract/settings'
import type { Period } from '#db/repos/reports'

const LONGEST_YEARS = 12

/** Refuses a period that runs backwards or that no school could mean. */
export function checkPeriod({ from, to }: Period): void {
  if (to < from) throw new AppError('invalid', { field: 'to', reason: 'ends-before-start' })
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > LONGEST_YEARS)
    throw new AppError('invalid', { field: 'to', reason: 'too-long' })
}

/** Every month that a day of the period falls into, `2026-09`. */
export function monthsOf({ from, to }: Period): string[] {
  const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const first = monthOf(from)
  return Array.from({ length: monthOf(to) - first + 1 }, (_, i) => {
    const [year, month] = [Math.floor((first + i) / 12), ((first + i) % 12) + 1]
    return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  })
}

/** The term of that name, or the terms from one to another, that fill the period exactly; else empty. */
export function nameOf(terms: readonly Term[], { from, to }: Period): string {
  const first = terms.find((term) => term.startsOn === from)
  const last = terms.find((term) => term.endsOn === to)
  if (!first || !last) return ''
  return first.id === last.id ? first.name : `${first.name} – ${last.name}`.slice(0, 200)
}
