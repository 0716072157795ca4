import { CalendarDate } from '#contract/times'
import { AppError } from '#contract/errors'
import { dayLogOf } from '#core/days'
import type { PaperKinds } from './content.ts'

/** What a counselor did on one day, by numbers of cases; it is about nobody (F32). */
export const dayPapers: PaperKinds<'daily-log'> = {
  'daily-log': {
    studentOf(ctx, subjectId) {
      dayLogOf(ctx, whichOf(subjectId))
      return null
    },
    content: (ctx, subjectId) => ({ dayLog: dayLogOf(ctx, whichOf(subjectId)) }),
  },
}

/** The `day|user` that names a log. */
function whichOf(subjectId: string): { day: string; userId: string } {
  const [written = '', userId, ...more] = subjectId.split('|')
  const day = CalendarDate.safeParse(written).data
  if (!day || !userId || more.length > 0) throw new AppError('invalid', { field: 'subjectId', reason: 'day' })
  return { day, userId }
}
