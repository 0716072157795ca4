import { addMinutes, minutesBetween } from '#contract/calendar'
import { AppError } from '#contract/errors'
import type { Visit } from '#contract/visits'
import type { WriteContext } from '#core/context'
import { found } from '#core/found'
import { asSeen, refuseStrangeReceiver } from '#core/visits'
import { findAppointment, findFollowing, putAppointment } from '#db/repos/appointments'
import { findVisit, updateVisit } from '#db/repos/visits'
import { agreeOn, wouldAgree } from './agree.ts'
import type { Skipped } from './book.ts'
import { askedOf } from './planned.ts'

type Where = { from: string; until: string; receiverId: string; place: string }
type Move = {
  visitId: string
  from: string
  until: string
  receiverId?: string | undefined
  place?: string | undefined
  overReason: string
  scope: 'one' | 'following'
}

/** Later ones of the series that cannot go along stay where they were and are named. */
export function move(ctx: WriteContext, input: Move): { visit: Visit; moved: number; skipped: Skipped[] } {
  const before = bookedVisit(ctx, input.visitId)
  const { bookedFor } = before
  refuseStrangeReceiver(ctx, before, input.receiverId)
  const where: Where = {
    from: input.from,
    until: input.until,
    receiverId: input.receiverId ?? before.receiverId,
    place: input.place ?? before.place,
  }
  const seriesId = findAppointment(ctx.db, before.id)?.seriesId
  const later = input.scope === 'following' && seriesId ? findFollowing(ctx.db, seriesId, bookedFor) : []
  const shift = minutesBetween(bookedFor, input.from)
  const minutes = minutesBetween(input.from, input.until)
  const moveLater = (): Skipped[] =>
    // Towards the one that lies farther on, so that none is in the way of the next.
    (shift > 0 ? later.toReversed() : later).flatMap(({ visitId }) => {
      const visit = bookedVisit(ctx, visitId)
      const from = addMinutes(visit.bookedFor, shift)
      const there = { ...where, from, until: addMinutes(from, minutes) }
      const answer = wouldAgree(ctx, askedAt(visit, there), input.overReason)
      if ('skips' in answer) return [{ day: visit.bookedFor.slice(0, 10), reason: answer.skips }]
      put(ctx, visit, there, answer.keeps)
      return []
    })
  const moveThis = (): void => put(ctx, before, where, agreeOn(ctx, askedAt(before, where), input.overReason))
  const skipped = shift > 0 ? moveLater() : []
  moveThis()
  if (shift <= 0) skipped.push(...moveLater())
  return {
    visit: asSeen(ctx, found(findVisit(ctx.db, before.id), 'visitId')),
    moved: 1 + later.length - skipped.length,
    skipped: skipped.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  }
}

/** Only what is still ahead is moved. */
export function bookedVisit(ctx: WriteContext, visitId: string): Visit & { bookedFor: string } {
  const visit = found(findVisit(ctx.db, visitId), 'visitId')
  const { bookedFor } = visit
  if (visit.state !== 'booked' || bookedFor === null) throw new AppError('conflict', { reason: `is-${visit.state}` })
  return { ...visit, bookedFor }
}

const askedAt = (visit: Visit, { from, until, receiverId, place }: Where) =>
  askedOf({ id: visit.id, studentId: visit.studentId, receiverId, place, bookedFor: from }, until)

function put(
  ctx: WriteContext,
  { id, studentId }: Visit,
  { from, until, receiverId, place }: Where,
  reason: string,
): void {
  updateVisit(ctx.db, id, { bookedFor: from, onDay: from.slice(0, 10), receiverId, place })
  const seriesId = findAppointment(ctx.db, id)?.seriesId ?? null
  putAppointment(ctx.db, { visitId: id, until, seriesId, overReason: reason })
  ctx.audit('appointment.moved', { subjectId: id, studentId })
}
