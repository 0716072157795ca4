import { AppError } from '#contract/errors'
import type { Decline, DeclineFields, declines } from '#contract/declines'
import type { EntryBasis } from '#contract/entry-tables'
import type { AuditEvent } from '#core/audit'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { declinesWord } from '#core/defaults'
import { viewerIn } from '#core/ownership'
import { getSetting } from '#core/settings'
import { findOpenAcceptances, updateAcceptance } from '#db/repos/acceptances'
import { findOpenCrisisId } from '#db/repos/crises'
import { findAskAgain, findDecline, findStandingDecline, insertDecline, updateDecline } from '#db/repos/declines'
import { stampRevisions } from '#db/repos/revisions'
import { findBookedOfDecliner, updateVisit } from '#db/repos/visits'
import { closeWait, findOpenWaitOf } from '#db/repos/waits'

export const declinesHandlers: Handlers<typeof declines> = {
  get: (ctx, { declineId }) => declineOf(ctx, declineId),
  again: (ctx) => findAskAgain(ctx.db, ctx.today(), viewerIn(ctx)),
  booked(ctx, { studentId }) {
    const isInCrisis = findOpenCrisisId(ctx.db, studentId) !== undefined
    return { isInCrisis, visits: isInCrisis ? [] : findBookedOfDecliner(ctx.db, studentId, ctx.today()) }
  },
  record(ctx, { id, studentId, fields, cancels }) {
    if (findStandingDecline(ctx.db, studentId)) throw new AppError('conflict', { reason: 'stands-already' })
    checkDays(ctx, fields)
    insertDecline(ctx.db, { ...fields, id, studentId, by: ctx.me.id, at: ctx.now() })
    askNoMore(ctx, studentId)
    cancelBooked(ctx, studentId, cancels)
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

/** A decline that stands again by history does what a new one does; how it had ended is no longer so. */
export function standsAgain(ctx: WriteContext, id: string): void {
  const decline = findDecline(ctx.db, id)
  if (!decline || decline.endedAt !== null) return
  updateDecline(ctx.db, id, { endedBy: null })
  askNoMore(ctx, decline.studentId)
}

/** While somebody does not want to come, nobody asks for them but in a crisis. `conflict` `declined`. */
export function refuseAsking(ctx: WriteContext, studentId: string, basis: EntryBasis = 'voluntary'): void {
  if (!mayStayOpen(ctx, studentId, basis)) throw new AppError('conflict', { reason: 'declined' })
}
/** Whether a request on this basis may be open. */
export const mayStayOpen = (ctx: WriteContext, studentId: string, basis: unknown): boolean =>
  basis === 'crisis' || findStandingDecline(ctx.db, studentId) === undefined

/** Only what was seen: another list than the one that was ticked, or a crisis by now, takes everything back. */
function cancelBooked(ctx: WriteContext, studentId: string, visitIds: readonly string[]): void {
  if (visitIds.length === 0) return
  if (findOpenCrisisId(ctx.db, studentId) !== undefined)
    throw new AppError('conflict', { field: 'cancels', reason: 'in-crisis' })
  const booked = new Set(findBookedOfDecliner(ctx.db, studentId, ctx.today()).map(({ visitId }) => visitId))
  const cancelReason = declinesWord(getSetting(ctx.db, 'preferences').language)
  for (const visitId of new Set(visitIds)) {
    if (!booked.has(visitId)) throw new AppError('conflict', { field: 'cancels', reason: 'not-booked' })
    updateVisit(ctx.db, visitId, { state: 'cancelled', cancelReason })
    ctx.audit('visit.cancelled', { subjectId: visitId, studentId })
  }
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
