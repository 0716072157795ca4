import type { appointments } from '#contract/appointments'
import { AppError } from '#contract/errors'
import { book } from '#core/appointments/book'
import { check } from '#core/appointments/facts'
import { freeSlots } from '#core/appointments/free-slots'
import { dayToMove, listAppointments, toConfirm } from '#core/appointments/lines'
import { bookedVisit, move } from '#core/appointments/move'
import { ordinaryEnd } from '#core/appointments/planned'
import type { Handlers } from '#core/context'
import { found } from '#core/found'
import { checkSubjects } from '#core/gatekeeping'
import { visitsHandlers } from '#core/visits'
import {
  endApart,
  findApart,
  findAppointment,
  findFollowing,
  insertApart,
  putAppointment,
  setConfirmed,
} from '#db/repos/appointments'

/*
 * An appointment is a visit that is booked; its row holds the planned end, the series and the reason for going over a rule.
 */
export const appointmentsHandlers: Handlers<typeof appointments> = {
  list: (ctx, range) => listAppointments(ctx, range),
  check: (ctx, asked) => check(ctx, asked),
  freeSlots: (ctx, search) => freeSlots(ctx, search),
  book: (ctx, booking) => book(ctx, booking),
  move: (ctx, input) => move(ctx, input),
  confirm(ctx, { visitId, studentId, confirmed }) {
    const visit = bookedVisit(ctx, visitId)
    if (!findAppointment(ctx.db, visitId)) {
      const until = ordinaryEnd(ctx, visit) ?? visit.bookedFor
      putAppointment(ctx.db, { visitId, until, seriesId: null, overReason: '' })
    }
    setConfirmed(ctx.db, visitId, confirmed ? { at: ctx.now(), by: ctx.me.id } : null)
    ctx.audit('appointment.confirmed', { subjectId: visitId, studentId })
    return { ok: true }
  },
  cancelFollowing(ctx, { visitId, studentId, reason, requestId }) {
    const visit = bookedVisit(ctx, visitId)
    const seriesId = findAppointment(ctx.db, visitId)?.seriesId
    const later = seriesId ? findFollowing(ctx.db, seriesId, visit.bookedFor) : []
    const ids = [visitId, ...later.map((one) => one.visitId)]
    for (const id of ids) visitsHandlers.cancel(ctx, { visitId: id, studentId, state: 'cancelled', reason, requestId })
    return { cancelled: ids.length }
  },
  toConfirm: (ctx) => toConfirm(ctx),
  dayToMove: (ctx, { day }) => dayToMove(ctx, day),
  moveDay(ctx, { day, moves }) {
    for (const { visitId, studentId, from, until, overReason } of moves) {
      checkSubjects(ctx.db, ['visit'], { visitId, studentId })
      const visit = bookedVisit(ctx, visitId)
      if (visit.receiverId !== ctx.me.id || visit.bookedFor.slice(0, 10) !== day)
        throw new AppError('conflict', { field: 'moves', reason: 'other-day' })
      move(ctx, { visitId, from, until, overReason, scope: 'one' })
    }
    return { moved: moves.length }
  },
  apartOf: (ctx, { studentId }) => findApart(ctx.db, studentId),
  markApart(ctx, { id, studentId, otherId, reason }) {
    if (studentId === otherId) throw new AppError('invalid', { field: 'otherId', reason: 'same-student' })
    checkSubjects(ctx.db, ['student'], { studentId: otherId })
    if (findApart(ctx.db, studentId).some((pair) => pair.otherId === otherId))
      throw new AppError('conflict', { field: 'otherId', reason: 'already-apart' })
    insertApart(ctx.db, { id, oneId: studentId, otherId, reason, at: ctx.now(), by: ctx.me.id })
    ctx.audit('apart.marked', { subjectId: id, studentId })
    return findApart(ctx.db, studentId)
  },
  endApart(ctx, { apartId, studentId }) {
    const pair = found(
      findApart(ctx.db, studentId).find(({ id }) => id === apartId),
      'apartId',
    )
    endApart(ctx.db, pair.id, ctx.now())
    ctx.audit('apart.ended', { subjectId: pair.id, studentId })
    return findApart(ctx.db, studentId)
  },
}
