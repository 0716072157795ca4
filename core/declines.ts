import { AppError } from '#contract/errors'
import type { Decline, DeclineFields, declines } from '#contract/declines'
import type { AuditEvent } from '#core/audit'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { viewerIn } from '#core/ownership'
import { findOpenAcceptances, updateAcceptance } from '#db/repos/acceptances'
import { findAskAgain, findDecline, findStandingDecline, insertDecline, updateDecline } from '#db/repos/declines'
import { stampRevisions } from '#db/repos/revisions'
import { closeWait, findOpenWaitOf } from '#db/repos/waits'

export const declinesHandlers: Handlers<typeof declines> = {
  get: (ctx, { declineId }) => declineOf(ctx, declineId),
  again: (ctx) => findAskAgain(ctx.db, ctx.today(), viewerIn(ctx)),
  record(ctx, { id, studentId, fields }) {
    if (findStandingDecline(ctx.db, studentId)) throw new AppError('conflict', { reason: 'stands-already' })
    checkDays(ctx, fields)
    insertDecline(ctx.db, { ...fields, id, studentId, by: ctx.me.id, at: ctx.now() })
    askNoMore(ctx, studentId)
    return recorded(ctx, 'decline.recorded', id)
  },
  update(ctx, { declineId, fields }) {
    checkDays(ctx, { ...declineOf(ctx, declineId), ...fields })
    updateDecline(ctx.db, declineId, fields)
    return recorded(ctx, 'decline.changed', declineId)
  },
  end(ctx, { declineId }) {
    if (declineOf(ctx, declineId).endedAt !== null) return declineOf(ctx, declineId)
    updateDecline(ctx.db, declineId, { endedAt: ctx.now(), endedBy: ctx.me.id })
    return recorded(ctx, 'decline.ended', declineId)
  },
  remove(ctx, { declineId, studentId, reason }) {
    declineOf(ctx, declineId)
    updateDecline(ctx.db, declineId, { deletedAt: ctx.now() })
    stampRevisions(ctx.db, { at: ctx.now(), by: ctx.me.id, reason })
    ctx.audit('decline.removed', { subjectId: declineId, studentId })
    return { ok: true }
  },
}

/** Whoever comes, on that day or later, wants to. */
export function endByComing(
  ctx: WriteContext,
  { studentId, visitor, arrivedAt }: { studentId: string; visitor: string; arrivedAt: string | null },
): void {
  if (visitor !== 'student' || arrivedAt === null) return
  const standing = findStandingDecline(ctx.db, studentId)
  if (!standing || arrivedAt.slice(0, 10) < standing.onDay) return
  updateDecline(ctx.db, standing.id, { endedAt: ctx.now(), endedBy: ctx.me.id })
  ctx.audit('decline.ended', { subjectId: standing.id, studentId })
}

/** Off the waiting list; what was asked for is answered. What rests on a crisis stays. */
function askNoMore(ctx: WriteContext, studentId: string): void {
  const wait = findOpenWaitOf(ctx.db, studentId)
  if (wait) {
    closeWait(ctx.db, wait.id, { at: ctx.now(), outcome: 'declined', visitId: null })
    ctx.audit('wait.left', { subjectId: wait.id, studentId })
  }
  for (const { id, basis } of findOpenAcceptances(ctx.db, studentId)) {
    if (basis === 'crisis') continue
    updateAcceptance(ctx.db, id, { state: 'declined', decidedBy: ctx.me.id, decidedAt: ctx.now() })
    ctx.audit('acceptance.declined', { subjectId: id, studentId })
  }
}

function checkDays(ctx: WriteContext, { onDay, askAgainOn }: Pick<DeclineFields, 'onDay' | 'askAgainOn'>): void {
  if (onDay > ctx.today()) throw new AppError('invalid', { field: 'fields.onDay', reason: 'ahead' })
  if (askAgainOn !== null && askAgainOn <= onDay)
    throw new AppError('invalid', { field: 'fields.askAgainOn', reason: 'not-after' })
}

const declineOf = (ctx: ReadContext | WriteContext, id: string): Decline => found(findDecline(ctx.db, id), 'declineId')

function recorded(ctx: WriteContext, event: AuditEvent, id: string): Decline {
  const decline = declineOf(ctx, id)
  ctx.audit(event, { subjectId: id, studentId: decline.studentId })
  return decline
}
