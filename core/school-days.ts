import { weekdayOf } from '#contract/calendar'
import type { ReadContext, WriteContext } from '#core/context'
import { getSetting } from '#core/settings'
import { findClosedDays } from '#db/repos/hours'

/** Whether there is school on a day: within a term, Monday to Friday or a day worked instead, and no holiday. */
export function isSchoolDay(ctx: ReadContext | WriteContext, day: string): boolean {
  const terms = getSetting(ctx.db, 'terms')
  if (!terms.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)) return false
  const kinds = findClosedDays(ctx.db, { from: day, to: day }).map(({ kind }) => kind)
  if (kinds.includes('extra')) return true
  return weekdayOf(day) % 6 !== 0 && !kinds.includes('holiday') && !kinds.includes('closed')
}
