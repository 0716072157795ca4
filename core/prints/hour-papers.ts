import { addDays, weekdayOf } from '#contract/calendar'
import { AppError } from '#contract/errors'
import { CalendarDate } from '#contract/times'
import { listAppointments } from '#core/appointments/lines'
import { ordinaryEnd } from '#core/appointments/planned'
import type { ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { getSetting } from '#core/settings'
import { findAppointment, findFollowing } from '#db/repos/appointments'
import { findClosedDays, findHandovers, findShifts } from '#db/repos/hours'
import { findStudent } from '#db/repos/students'
import { findStudentIdOf } from '#db/repos/subjects'
import { findVisit } from '#db/repos/visits'
import type { PaperKinds } from './content.ts'

/** So far ahead a door notice names closed days. */
const DAYS_AHEAD = 60
type Asking = ReadContext | WriteContext

/** Papers of the calendar: who comes when, who is there, when the room is open. None says why somebody comes. */
export const hourPapers: PaperKinds<'appointment-slip' | 'appointment-register' | 'roster' | 'opening-hours'> = {
  'appointment-slip': {
    readAs: 'visit',
    studentOf: (ctx, visitId) => found(findStudentIdOf(ctx.db, 'visit', visitId), 'subjectId'),
    content: (ctx, visitId) => ({ slip: slipOf(ctx, visitId) }),
  },
  'appointment-register': {
    studentOf: (_ctx, monday) => (weekOf(monday), null),
    content(ctx, monday) {
      const week = weekOf(monday)
      const register = listAppointments(ctx, week).map((line) => ({
        visitId: line.visitId,
        studentName: line.studentName,
        className: line.className,
        from: line.from,
        until: line.until,
        place: line.place,
        channel: line.channel,
        receiverName: line.receiverName,
        state: line.state,
      }))
      return { period: week, register }
    },
  },
  roster: {
    studentOf: (_ctx, monday) => (weekOf(monday), null),
    content(ctx, monday) {
      const week = weekOf(monday)
      return { period: week, hours: hoursOf(ctx, week), handovers: findHandovers(ctx.db, week).toReversed() }
    },
  },
  'opening-hours': {
    studentOf: (_ctx, subjectId) => ofTheRoom(subjectId),
    content(ctx, subjectId) {
      ofTheRoom(subjectId)
      const from = ctx.today()
      return { hours: hoursOf(ctx, { from, to: addDays(from, DAYS_AHEAD) }) }
    },
  },
}

const hoursOf = (ctx: Asking, days: { from: string; to: string }) => ({
  weekly: getSetting(ctx.db, 'openingHours'),
  closedDays: findClosedDays(ctx.db, days),
  shifts: findShifts(ctx.db, days),
  busy: [],
  rules: getSetting(ctx.db, 'bookingRules'),
})

/** What the student takes along: when, where, with whom. */
function slipOf(ctx: ReadContext, visitId: string) {
  const visit = found(findVisit(ctx.db, visitId), 'subjectId')
  const { bookedFor } = visit
  if (bookedFor === null) throw new AppError('conflict', { field: 'subjectId', reason: 'not-booked' })
  const student = found(findStudent(ctx.db, visit.studentId), 'subjectId')
  const row = findAppointment(ctx.db, visitId)
  const later = row?.seriesId ? findFollowing(ctx.db, row.seriesId, bookedFor) : []
  return {
    studentName: student.name,
    className: student.className,
    from: bookedFor,
    until: row?.until ?? ordinaryEnd(ctx, { bookedFor, arrivedAt: null }) ?? bookedFor,
    place: visit.place,
    receiverName: visit.receiverName,
    later: later.map(({ from }) => from),
  }
}

function weekOf(monday: string): { from: string; to: string } {
  const from = CalendarDate.safeParse(monday).data
  if (!from || from < '1900' || from >= '2200' || weekdayOf(from) !== 1)
    throw new AppError('invalid', { field: 'subjectId', reason: 'period' })
  return { from, to: addDays(from, 6) }
}
function ofTheRoom(subjectId: string): null {
  if (subjectId !== 'room') throw new AppError('not-found', { field: 'subjectId' })
  return null
}
