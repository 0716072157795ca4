import { addMinutes } from '#contract/calendar'
import { AppError } from '#contract/errors'
import type { Slots } from '#contract/screenings'
import type { VisitFields } from '#contract/visits'
import type { ReadContext, WriteContext } from '#core/context'
import { getSetting } from '#core/settings'
import { registerVisit } from '#core/visits'
import { putAppointment } from '#db/repos/appointments'
import { findEntries, findEntryKeys, findUnbooked, updateEntry } from '#db/repos/screening-entries'
import { findTimesTaken } from '#db/repos/visits'
import { deal, type Stretch } from './deal.ts'
import { pageOf, urgencyPlaces } from './entry-order.ts'
import { getRound, openRound } from './rounds.ts'

type Dealt = { studentId: string; studentName: string; className: string | null; at: string }

/** A try: who would come when. Nothing is booked. */
export function dealRound(ctx: ReadContext, roundId: string, slots: Slots): { dealt: Dealt[]; left: number } {
  const { id } = getRound(ctx, roundId)
  const unbooked = findUnbooked(ctx.db, id, ctx.localNow())
  const keys = findEntryKeys(ctx.db, id, 'waiting').filter(({ studentId }) => unbooked.has(studentId))
  const waiting = pageOf(ctx, keys, urgencyPlaces(ctx, keys), { offset: 0, limit: keys.length })
  const busy = busyTimes(ctx, slots.days)
  const { dealt, left } = deal(waiting, slots, { busy, now: ctx.localNow() })
  const people = new Map(
    findEntries(
      ctx.db,
      id,
      dealt.map(({ studentId }) => studentId),
    ).map((entry) => [entry.studentId, entry]),
  )
  return {
    dealt: dealt.flatMap(({ studentId, at }) => {
      const one = people.get(studentId)
      return one ? [{ studentId, studentName: one.studentName, className: one.className, at }] : []
    }),
    left,
  }
}

type Booking = { visitId: string; studentId: string; at: string }
type Bookings = { roundId: string; place: string; minutes: number; bookings: readonly Booking[] }

/** All or nothing: a time taken meanwhile, or somebody seen meanwhile, takes everything back. */
export function bookRound(ctx: WriteContext, { roundId, place, minutes, bookings }: Bookings): { booked: number } {
  const { id } = openRound(ctx, roundId)
  const days = bookings.map(({ at }) => at.slice(0, 10))
  const taken = busyTimes(ctx, days)
  const unbooked = findUnbooked(ctx.db, id, ctx.localNow())
  for (const { visitId, studentId, at } of bookings) {
    const time = { from: at, to: addMinutes(at, minutes) }
    if (at < ctx.localNow() || taken.some((other) => overlap(time, other)))
      throw new AppError('conflict', { field: 'bookings', reason: 'time-taken' })
    if (!unbooked.delete(studentId)) throw new AppError('conflict', { field: 'bookings', reason: 'not-waiting' })
    taken.push(time)
    registerVisit(ctx, { id: visitId, studentId, fields: fieldsOf(ctx, place, at) })
    putAppointment(ctx.db, { visitId, until: time.to, seriesId: null, overReason: '' })
    updateEntry(ctx.db, id, studentId, { visitId })
  }
  ctx.audit('screening.booked', { subjectId: id })
  return { booked: bookings.length }
}

const fieldsOf = (ctx: WriteContext, place: string, at: string): VisitFields => ({
  channel: 'in-person',
  source: 'screening',
  visitor: 'student',
  primaryProblem: null,
  otherProblems: [],
  place,
  receiverId: ctx.me.id,
  request: '',
  bookedFor: at,
  arrivedAt: null,
  endedAt: null,
  doorOpen: null,
})

/** My visits of some days. One whose end is neither known nor planned lasts as long as a session. */
function busyTimes(ctx: ReadContext | WriteContext, days: readonly string[]): Stretch[] {
  const sorted = [...days].sort()
  const session = getSetting(ctx.db, 'preferences').sessionMinutes
  const range = { from: sorted[0] ?? '', to: sorted.at(-1) ?? '' }
  return findTimesTaken(ctx.db, ctx.me.id, range).flatMap(({ bookedFor, arrivedAt, endedAt, until }) => {
    const from = arrivedAt ?? bookedFor
    return from === null ? [] : [{ from, to: endedAt ?? until ?? addMinutes(from, session) }]
  })
}

const overlap = (a: Stretch, b: Stretch): boolean => a.from < b.to && b.from < a.to
