import { AppError } from '#contract/errors'
import type { Visit, VisitFields, visits } from '#contract/visits'
import { agreeOn } from '#core/appointments/agree'
import { askedOf, keepPlanned, ordinaryEnd } from '#core/appointments/planned'
import { ensureOpenCase } from '#core/cases'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { endByComing } from '#core/declines'
import { found } from '#core/found'
import { termNumber } from '#core/numbers'
import { isAtDesk, isOpenTo, refuseOthers, viewerIn } from '#core/ownership'
import { putAppointment } from '#db/repos/appointments'
import { findNoteByVisit } from '#db/repos/notes'
import { findOpenUser } from '#db/repos/settings'
import {
  findNextBookedVisit,
  findUnfinishedVisitLines,
  findVisit,
  findVisitLinesByDay,
  insertVisit,
  lastOrdinal,
  updateVisit,
} from '#db/repos/visits'

/*
 *   booked ──arrive──▶ arrived ──end──▶ ended
 *     └──cancel──▶ no-show | cancelled
 */
export const visitsHandlers: Handlers<typeof visits> = {
  get: (ctx, { visitId }) => found(findVisit(ctx.db, visitId), 'visitId'),
  listByDay: (ctx, { day }) =>
    findVisitLinesByDay(ctx.db, day, viewerIn(ctx)).map(({ isOpen, ...line }) =>
      isOpen && !isAtDesk(ctx.me) ? line : withoutWhy(line, isAtDesk(ctx.me)),
    ),
  listUnfinished: (ctx) => findUnfinishedVisitLines(ctx.db, ctx.today(), viewerIn(ctx)),
  nextBooked(ctx, { studentId }) {
    const next = findNextBookedVisit(ctx.db, studentId, ctx.localNow())
    return next ? asSeen(ctx, next) : null
  },
  register(ctx, { id, studentId, fields, overReason = '' }) {
    const until = ordinaryEnd(ctx, fields)
    const reason = until === null ? '' : agreeOn(ctx, askedOf({ ...fields, studentId }, until), overReason)
    registerVisit(ctx, { id, studentId, fields })
    if (until !== null) putAppointment(ctx.db, { visitId: id, until, seriesId: null, overReason: reason })
    return asSeen(ctx, found(findVisit(ctx.db, id), 'id'))
  },
  update(ctx, { visitId, fields }) {
    const before = found(findVisit(ctx.db, visitId), 'visitId')
    const after = { ...before, ...fields }
    checkTimes(after)
    refuseStrangeReceiver(ctx, before, fields.receiverId)
    if (before.state === 'booked' && stateOf(after) === 'booked') keepPlanned(ctx, before, after)
    if (before.arrivedAt === null) endByComing(ctx, after)
    return changed(ctx, before, 'visit.changed', {
      ...(seesWhy(ctx, visitId) ? fields : withoutKeys(fields)),
      onDay: dayOf(after),
      state: isOff(before) ? before.state : stateOf(after),
    })
  },
  arrive(ctx, { visitId, studentId, at }) {
    const visit = found(findVisit(ctx.db, visitId), 'visitId')
    if (visit.state !== 'booked') throw new AppError('conflict', { reason: `is-${visit.state}` })
    const onDay = at.slice(0, 10)
    // The case may have been closed since the booking: whoever comes again, comes into an open one.
    const { id: caseId } = ensureOpenCase(ctx, studentId, onDay, visit.receiverId)
    endByComing(ctx, { ...visit, arrivedAt: at })
    return changed(ctx, visit, 'visit.arrived', { state: 'arrived', arrivedAt: at, onDay, caseId })
  },
  end(ctx, { visitId, at }) {
    const visit = found(findVisit(ctx.db, visitId), 'visitId')
    if (visit.state !== 'arrived') throw new AppError('conflict', { reason: `is-${visit.state}` })
    checkTimes({ ...visit, endedAt: at })
    return changed(ctx, visit, 'visit.ended', { state: 'ended', endedAt: at })
  },
  cancel(ctx, { visitId, state, reason }) {
    const visit = found(findVisit(ctx.db, visitId), 'visitId')
    if (visit.state !== 'booked') throw new AppError('conflict', { reason: `is-${visit.state}` })
    return changed(ctx, visit, 'visit.cancelled', { state, cancelReason: reason })
  },
}

/** Puts it down, in the student's open case. Whether the time is free is for the caller to ask. */
export function registerVisit(
  ctx: WriteContext,
  { id, studentId, fields }: { id: string; studentId: string; fields: VisitFields },
): void {
  checkTimes(fields)
  found(findOpenUser(ctx.db, fields.receiverId), 'fields.receiverId')
  const onDay = dayOf(fields)
  const { id: caseId } = ensureOpenCase(ctx, studentId, onDay < ctx.today() ? onDay : ctx.today(), fields.receiverId)
  insertVisit(ctx.db, {
    ...fields,
    id,
    studentId,
    caseId,
    onDay,
    no: termNumber(ctx, 'visit', onDay, 4),
    ordinal: lastOrdinal(ctx.db, studentId) + 1,
    state: stateOf(fields),
    enteredAt: ctx.now(),
    enteredBy: ctx.me.id,
  })
  ctx.audit('visit.registered', { subjectId: id, studentId })
  endByComing(ctx, { ...fields, studentId })
}

/** Another receiver must be there, and be for whoever asks to say. */
export function refuseStrangeReceiver(ctx: WriteContext, visit: Visit, receiverId: string | undefined): void {
  if (receiverId === undefined || receiverId === visit.receiverId) return
  found(findOpenUser(ctx.db, receiverId), 'fields.receiverId')
  if (!maySettleReceiver(ctx, visit)) refuseOthers(ctx, 'never', 'visit', visit.id)
}

/**
 * Whoever received a visit may read what is written about it. So besides the case's counselor and whoever receives, a director may
 * say who it is until something is written, and the desk until it begins.
 */
function maySettleReceiver({ db, me }: WriteContext, { id, arrivedAt }: Visit): boolean {
  if (findNoteByVisit(db, id)) return false
  return me.roles.includes('director') || (arrivedAt === null && me.roles.includes('duty'))
}

/** Why somebody comes is for whoever may read the case. */
const WHY = { request: '', primaryProblem: null, otherProblems: [] }
const withoutWhy = <V extends Visit>(visit: V, isDesk = false): V => ({
  ...visit,
  ...WHY,
  ...('riskRank' in visit && isDesk && { riskRank: null }),
})
function withoutKeys({ request: _r, primaryProblem: _p, otherProblems: _o, ...fields }: Partial<VisitFields>) {
  return fields
}
const seesWhy = (ctx: ReadContext | WriteContext, visitId: string): boolean =>
  !isAtDesk(ctx.me) && isOpenTo(ctx, 'reason', 'visit', visitId)
export const asSeen = (ctx: ReadContext | WriteContext, visit: Visit): Visit =>
  seesWhy(ctx, visit.id) ? visit : withoutWhy(visit)

type Times = Pick<VisitFields, 'bookedFor' | 'arrivedAt' | 'endedAt'>

function checkTimes({ bookedFor, arrivedAt, endedAt }: Times): void {
  if (bookedFor === null && arrivedAt === null)
    throw new AppError('invalid', { field: 'fields.arrivedAt', reason: 'no-time' })
  if (endedAt !== null && arrivedAt === null)
    throw new AppError('invalid', { field: 'fields.arrivedAt', reason: 'no-time' })
  if (endedAt !== null && arrivedAt !== null && endedAt < arrivedAt)
    throw new AppError('invalid', { field: 'fields.endedAt', reason: 'ends-before-start' })
}

const dayOf = ({ arrivedAt, bookedFor }: Times): string => (arrivedAt ?? bookedFor ?? '').slice(0, 10)
const stateOf = ({ arrivedAt, endedAt }: Times): Visit['state'] =>
  endedAt ? 'ended' : arrivedAt ? 'arrived' : 'booked'
const isOff = (visit: Visit): boolean => visit.state === 'no-show' || visit.state === 'cancelled'

function changed(
  ctx: WriteContext,
  visit: Visit,
  event: 'visit.changed' | 'visit.arrived' | 'visit.ended' | 'visit.cancelled',
  change: Parameters<typeof updateVisit>[2],
): Visit {
  updateVisit(ctx.db, visit.id, change)
  ctx.audit(event, { subjectId: visit.id, studentId: visit.studentId })
  return asSeen(ctx, found(findVisit(ctx.db, visit.id), 'visitId'))
}
