import { addMinutes, minutesBetween } from '#contract/calendar'
import { AppError } from '#contract/errors'
import type { Visit, VisitFields } from '#contract/visits'
import type { ReadContext, WriteContext } from '#core/context'
import { getSetting } from '#core/settings'
import { findAppointment, putAppointment } from '#db/repos/appointments'
import { agreeOn } from './agree.ts'
import { check, endAfter } from './facts.ts'
import { type Asked, refusalIn } from './findings.ts'

type Booked = Pick<VisitFields, 'receiverId' | 'place' | 'bookedFor'> & { studentId: string; id?: string }

export const askedOf = ({ id, studentId, receiverId, place, bookedFor }: Booked, until: string): Asked => ({
  visitId: id ?? null,
  studentId,
  receiverId,
  place,
  from: bookedFor ?? '',
  until,
})

/** When a booking ends that nobody has said more about: an ordinary session later, before midnight. Null for a walk-in. */
export function ordinaryEnd(
  ctx: ReadContext | WriteContext,
  { bookedFor, arrivedAt }: Pick<VisitFields, 'bookedFor' | 'arrivedAt'>,
): string | null {
  if (bookedFor === null || arrivedAt !== null) return null
  return endAfter(bookedFor, [], getSetting(ctx.db, 'preferences').sessionMinutes)
}

/** A booking that is corrected stays as long as it was. Another time is asked about as a new one; another room must be free. */
export function keepPlanned(ctx: WriteContext, before: Visit, after: Booked): void {
  if (before.bookedFor === null || after.bookedFor === null) return
  const row = findAppointment(ctx.db, before.id)
  const until = row?.until ?? ordinaryEnd(ctx, before) ?? before.bookedFor
  if (after.bookedFor !== before.bookedFor) {
    const asked = askedOf(after, addMinutes(after.bookedFor, minutesBetween(before.bookedFor, until)))
    const overReason = agreeOn(ctx, asked, row?.overReason ?? '')
    putAppointment(ctx.db, { visitId: before.id, until: asked.until, seriesId: row?.seriesId ?? null, overReason })
  } else if (after.receiverId !== before.receiverId || after.place !== before.place) {
    // The time stays: whom it is kept apart from was settled when it was booked.
    const refusal = refusalIn(check(ctx, askedOf(after, until)).filter(({ kind }) => kind !== 'not-then'))
    if (refusal) throw new AppError('conflict', { field: 'fields.bookedFor', reason: refusal })
  }
}
