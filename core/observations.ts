import { daysBetween } from '#contract/calendar'
import { AppError } from '#contract/errors'
import type { Observation, ObservationLine, observations } from '#contract/observations'
import type { AuditEvent } from '#core/audit'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { termNumber } from '#core/numbers'
import { isAtDesk, viewerIn } from '#core/ownership'
import {
  findObservation,
  findObservationLine,
  findObservationLines,
  insertObservation,
  updateObservation,
} from '#db/repos/observations'
import { stampRevisions } from '#db/repos/revisions'
import { findStudentIdOf } from '#db/repos/subjects'

export const observationsHandlers: Handlers<typeof observations> = {
  list: (ctx, { state }) => findObservationLines(ctx.db, state, viewerIn(ctx)).map((line) => seen(ctx, line)),
  get: (ctx, { observationId }) => observationOf(ctx, observationId),
  register(ctx, { id, studentId, fields }) {
    insertObservation(ctx.db, {
      ...fields,
      id,
      studentId,
      no: termNumber(ctx, 'observation', fields.observedOn, 3),
      enteredBy: ctx.me.id,
      enteredAt: ctx.now(),
    })
    ctx.audit('observation.registered', { subjectId: id, studentId })
    return seen(ctx, found(findObservationLine(ctx.db, id, viewerIn(ctx)), 'id'))
  },
  update(ctx, { observationId, fields }) {
    observationOf(ctx, observationId)
    updateObservation(ctx.db, observationId, fields)
    return recorded(ctx, 'observation.changed', observationId)
  },
  settle(ctx, { observationId, studentId, outcome, note, bookingId }) {
    observationOf(ctx, observationId)
    if (bookingId !== null && found(findStudentIdOf(ctx.db, 'visit', bookingId), 'bookingId') !== studentId)
      throw new AppError('conflict', { field: 'bookingId', reason: 'wrong-student' })
    updateObservation(ctx.db, observationId, {
      state: 'done',
      outcome,
      outcomeNote: note,
      outcomeAt: ctx.localNow(),
      ...(bookingId !== null && { visitId: bookingId }),
    })
    return recorded(ctx, 'observation.settled', observationId)
  },
  remove(ctx, { observationId, studentId, reason }) {
    observationOf(ctx, observationId)
    updateObservation(ctx.db, observationId, { deletedAt: ctx.now() })
    stampRevisions(ctx.db, { at: ctx.now(), by: ctx.me.id, reason })
    ctx.audit('observation.removed', { subjectId: observationId, studentId })
    return { ok: true }
  },
}

type Ctx = ReadContext | WriteContext

/** The desk, and whoever has no part in the case, see that something was handed in, and by whom. */
function seen(ctx: Ctx, line: Omit<ObservationLine, 'days'>): ObservationLine {
  const isOpen = line.isOpen && !isAtDesk(ctx.me)
  const days = Math.max(0, daysBetween(line.observedOn, ctx.today()))
  return { ...line, isOpen, riskRank: isOpen ? line.riskRank : null, outcome: isOpen ? line.outcome : null, days }
}

const observationOf = (ctx: Ctx, id: string): Observation => found(findObservation(ctx.db, id), 'observationId')

function recorded(ctx: WriteContext, event: AuditEvent, id: string): Observation {
  const observation = observationOf(ctx, id)
  ctx.audit(event, { subjectId: id, studentId: observation.studentId })
  return observation
}
