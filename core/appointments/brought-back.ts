import { addMinutes, minutesBetween } from '#contract/calendar'
import type { Finding } from '#contract/appointments'
import { AppError } from '#contract/errors'
import type { RecordFields } from '#contract/revisions'
import type { Visit } from '#contract/visits'
import type { ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { findAppointment, putAppointment } from '#db/repos/appointments'
import { findOpenUser } from '#db/repos/settings'
import { findVisit } from '#db/repos/visits'
import { agreeOn } from './agree.ts'
import { check } from './facts.ts'
import type { Asked } from './findings.ts'
import { askedOf, ordinaryEnd } from './planned.ts'

type Asking = ReadContext | WriteContext

/** What speaks against the time of a booking that an earlier state of a visit brings back. */
export function checkState(ctx: Asking, visitId: string, fields: RecordFields): Finding[] {
  const asked = askedOfState(ctx, visitId, fields)
  return asked ? check(ctx, asked) : []
}

/** Before the state comes back: it is agreed upon as a new booking is, and its end goes along with its beginning. */
export function agreeOnState(ctx: WriteContext, visitId: string, fields: RecordFields, overReason: string): void {
  const asked = askedOfState(ctx, visitId, fields)
  if (!asked) return
  if (!findOpenUser(ctx.db, asked.receiverId)) throw new AppError('conflict', { reason: 'receiver-left' })
  const reason = agreeOn(ctx, asked, overReason)
  const seriesId = findAppointment(ctx.db, visitId)?.seriesId ?? null
  putAppointment(ctx.db, { visitId, until: asked.until, seriesId, overReason: reason })
}

/** The time that is asked for anew; null when the state is no booking, or the booking as it stands. */
function askedOfState(ctx: Asking, visitId: string, fields: RecordFields): Asked | null {
  const { state, booked_for: bookedFor, receiver_id: receiverId, place } = fields
  if (state !== 'booked' || typeof bookedFor !== 'string') return null
  const now = found(findVisit(ctx.db, visitId), 'recordId')
  const then = { ...now, bookedFor, receiverId: String(receiverId), place: String(place) }
  if (now.state === 'booked' && isSamePlace(now, then)) return null
  const length = minutesBetween(now.bookedFor ?? bookedFor, plannedEnd(ctx, now) ?? bookedFor)
  const ordinary = ordinaryEnd(ctx, { bookedFor, arrivedAt: null }) ?? bookedFor
  return askedOf(then, length > 0 ? addMinutes(bookedFor, length) : ordinary)
}

const isSamePlace = (a: Visit, b: Visit): boolean =>
  a.bookedFor === b.bookedFor && a.receiverId === b.receiverId && a.place === b.place

const plannedEnd = (ctx: Asking, { id, bookedFor }: Visit): string | null =>
  findAppointment(ctx.db, id)?.until ?? ordinaryEnd(ctx, { bookedFor, arrivedAt: null })
