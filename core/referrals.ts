import { daysBetween } from '#contract/calendar'
import { AppError } from '#contract/errors'
import type { Referral, referrals } from '#contract/referrals'
import type { AuditEvent } from '#core/audit'
import { ensureOpenCase } from '#core/cases'
import type { Handlers, WriteContext } from '#core/context'
import { found } from '#core/found'
import { termNumber } from '#core/numbers'
import { viewerIn } from '#core/ownership'
import { findReferral, findReferralLines, insertReferral, updateReferral } from '#db/repos/referrals'
import { findCrisis } from '#db/repos/crises'

/*
 *   sent ──recordReturn──▶ returned (a later slip may replace it)
 *     └──withdraw──▶ withdrawn
 */
export const referralsHandlers: Handlers<typeof referrals> = {
  get: (ctx, { referralId }) => found(findReferral(ctx.db, referralId), 'referralId'),
  list: (ctx, { state }) =>
    findReferralLines(ctx.db, state, ctx.me.roles.includes('director') ? null : viewerIn(ctx)).map((line) => ({
      ...line,
      waitingDays: line.state === 'sent' ? Math.max(0, daysBetween(line.referredAt, ctx.today())) : 0,
    })),
  refer(ctx, { id, studentId, crisisId, fields }) {
    if (fields.reason.trim() === '') throw new AppError('invalid', { field: 'fields.reason', reason: 'empty' })
    if (crisisId && found(findCrisis(ctx.db, crisisId), 'crisisId').studentId !== studentId)
      throw new AppError('conflict', { field: 'crisisId', reason: 'wrong-student' })
    const { id: caseId } = ensureOpenCase(ctx, studentId, ctx.today())
    insertReferral(ctx.db, {
      ...fields,
      id,
      no: termNumber(ctx, 'referral', fields.referredAt.slice(0, 10), 3),
      studentId,
      caseId,
      crisisId,
      referredBy: ctx.me.id,
      enteredAt: ctx.now(),
    })
    return recorded(ctx, 'referral.made', id)
  },
  update(ctx, { referralId, fields }) {
    if (found(findReferral(ctx.db, referralId), 'referralId').state !== 'sent')
      throw new AppError('conflict', { reason: 'not-waiting' })
    updateReferral(ctx.db, referralId, fields)
    return recorded(ctx, 'referral.changed', referralId)
  },
  recordReturn(ctx, { referralId, slip }) {
    if (found(findReferral(ctx.db, referralId), 'referralId').state === 'withdrawn')
      throw new AppError('conflict', { reason: 'withdrawn' })
    updateReferral(ctx.db, referralId, { state: 'returned', slip, returnedOn: slip.returnedOn })
    return recorded(ctx, 'referral.returned', referralId)
  },
  withdraw(ctx, { referralId, reason }) {
    if (found(findReferral(ctx.db, referralId), 'referralId').state !== 'sent')
      throw new AppError('conflict', { reason: 'not-waiting' })
    updateReferral(ctx.db, referralId, { state: 'withdrawn', withdrawnReason: reason })
    return recorded(ctx, 'referral.withdrawn', referralId)
  },
}

function recorded(ctx: WriteContext, event: AuditEvent, id: string): Referral {
  const referral = found(findReferral(ctx.db, id), 'referralId')
  ctx.audit(event, { subjectId: id, studentId: referral.studentId })
  return referral
}
