import { AppError } from '#contract/errors'
import { CalendarDate } from '#contract/times'
import type { Period } from '#db/repos/reports'

/** The `from|to` of a paper about a time. */
export function periodOf(subjectId: string): Period {
  const [from, to, ...more] = subjectId.split('|').map((date) => CalendarDate.safeParse(date).data)
  if (!from || !to || more.length > 0) throw new AppError('invalid', { field: 'subjectId', reason: 'period' })
  return { from, to }
}
