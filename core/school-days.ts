import { addDays, daysBetween, weekdayOf } from '#contract/calendar'
import type { ReadContext, WriteContext } from '#core/context'
import { getSetting } from '#core/settings'
import { findClosedDays } from '#db/repos/hours'

/** The school days from one day to another, both included. */
export function schoolDaysIn(ctx: ReadContext | WriteContext, { from, to }: { from: string; to: string }): string[] {
  if (to < from) return []
  const terms = getSetting(ctx.db, 'terms')
  const closed = findClosedDays(ctx.db, { from, to })
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i)).filter((day) => {
    if (!terms.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)) return false
    const kinds = closed.filter(({ fromDay, toDay }) => fromDay <= day && day <= toDay).map(({ kind }) => kind)
    if (kinds.includes('extra')) return true
    return weekdayOf(day) % 6 !== 0 && !kinds.includes('holiday') && !kinds.includes('closed')
  })
}

/** Whether there is school on a day: within a term, Monday to Friday or a day worked instead, and no holiday. */
export const isSchoolDay = (ctx: ReadContext | WriteContext, day: string): boolean =>
  schoolDaysIn(ctx, { from: day, to: day }).length === 1
