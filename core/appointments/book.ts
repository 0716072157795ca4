import { addDays } from '#contract/calendar'
import type { FindingKind } from '#contract/code-tables'
import { AppError } from '#contract/errors'
import type { Visit, VisitFields } from '#contract/visits'
import type { WriteContext } from '#core/context'
import { found } from '#core/found'
import { asSeen, registerVisit } from '#core/visits'
import { putAppointment } from '#db/repos/appointments'
import { findVisit } from '#db/repos/visits'
import { closeWait, findOpenWait } from '#db/repos/waits'
import { agreeOn, wouldAgree } from './agree.ts'
import { askedOf } from './planned.ts'

export type Skipped = { day: string; reason: FindingKind }
type Booking = {
  id: string
  studentId: string
  fields: VisitFields
  until: string
  overReason: string
  repeat: { everyWeeks: number; times: number } | null
  waitId: string | null
}
type Booked = { visit: Visit; booked: { visitId: string; day: string }[]; skipped: Skipped[] }

/** The first time must be possible; of the repeats those that are. */
export function book(ctx: WriteContext, { id, studentId, fields, until, overReason, repeat, waitId }: Booking): Booked {
  const { bookedFor } = fields
  if (bookedFor === null || fields.arrivedAt !== null)
    throw new AppError('invalid', { field: 'fields.bookedFor', reason: 'no-time' })
  const seriesId = repeat ? id : null
  const put = (visitId: string, at: { bookedFor: string; until: string }, reason: string) => {
    registerVisit(ctx, { id: visitId, studentId, fields: { ...fields, bookedFor: at.bookedFor } })
    putAppointment(ctx.db, { visitId, until: at.until, seriesId, overReason: reason })
    return { visitId, day: at.bookedFor.slice(0, 10) }
  }
  const first = agreeOn(ctx, askedOf({ ...fields, studentId }, until), overReason)
  const booked = [put(id, { bookedFor, until }, first)]
  const skipped: Skipped[] = []
  for (const at of repeats({ bookedFor, until }, repeat)) {
    const answer = wouldAgree(ctx, askedOf({ ...fields, studentId, bookedFor: at.bookedFor }, at.until), overReason)
    if ('skips' in answer) skipped.push({ day: at.bookedFor.slice(0, 10), reason: answer.skips })
    else booked.push(put(ctx.newId(), at, answer.keeps))
  }
  if (waitId !== null) takeOff(ctx, { waitId, studentId, visitId: id })
  return { visit: asSeen(ctx, found(findVisit(ctx.db, id), 'id')), booked, skipped }
}

/** The later times of a repeat, at the same time of day in so many weeks. */
export function repeats(
  first: { bookedFor: string; until: string },
  repeat: { everyWeeks: number; times: number } | null,
): { bookedFor: string; until: string }[] {
  if (!repeat) return []
  const moved = (at: string, weeks: number): string => `${addDays(at, 7 * weeks)}${at.slice(10)}`
  return Array.from({ length: repeat.times - 1 }, (_, i) => {
    const weeks = (i + 1) * repeat.everyWeeks
    return { bookedFor: moved(first.bookedFor, weeks), until: moved(first.until, weeks) }
  })
}

function takeOff(
  ctx: WriteContext,
  { waitId, studentId, visitId }: { waitId: string; studentId: string; visitId: string },
): void {
  const wait = found(findOpenWait(ctx.db, waitId), 'waitId')
  if (wait.studentId !== studentId) throw new AppError('conflict', { field: 'waitId', reason: 'wrong-student' })
  closeWait(ctx.db, waitId, { at: ctx.now(), outcome: 'booked', visitId })
  ctx.audit('wait.left', { subjectId: waitId, studentId })
}
