import { AppError } from '#contract/errors'
import type { Subject } from '#contract/procedure'
import type { Account } from '#contract/settings'
import type { ReadContext, WriteContext } from '#core/context'
import { findWhose, hasReasonInForce, holdsCases, type Viewer, viewerOf, type Whose } from '#db/repos/ownership'

/**
 * Whose a record is, and what that means for whoever asks. A record of a case belongs to the counselor of the case; what has
 * no case of its own, to the student's counselor. Whoever received a visit, gave a test, wrote a referral or was given a letter in
 * her stead may go on with it. For reading, a student's counselor of today has the whole file. What no counselor holds is everybody's.
 */
type Rule = 'reason' | 'never'
type Asking = Pick<ReadContext | WriteContext, 'db' | 'me' | 'now'>

/** `forbidden`: `not-yours`, or `reason-needed` when a reason would help. Own records cost one look into an index. */
export function refuseOthers(ctx: Asking, rule: Rule, subject: Subject, id: string): void {
  const whose = findWhose(ctx.db, subject, id)
  if (!whose || isOwn(whose, ctx.me.id, rule)) return
  if (whose.holderId === null || !holdsCases(ctx.db, whose.holderId)) return
  if (rule === 'never') throw new AppError('forbidden', { reason: 'not-yours' })
  if (!hasReasonInForce(ctx.db, ctx.me.id, whose.studentId, ctx.now()))
    throw new AppError('forbidden', { reason: 'reason-needed' })
}

/** Whether the gate would let a call with this rule through now. */
export function isOpenTo(ctx: Asking, rule: Rule, subject: Subject, id: string): boolean {
  try {
    refuseOthers(ctx, rule, subject, id)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') return false
    throw error
  }
}

const isOwn = ({ holderId, doerId, counselorId }: Whose, me: string, rule: Rule): boolean =>
  holderId === me || doerId === me || (rule === 'reason' && counselorId === me)

/** Who looks, for the lists that leave out what is not open to her. */
export const viewerIn = ({ db, me, now }: Asking): Viewer => viewerOf(db, me.id, now())

/** Whoever works at the desk alone sees who comes and when, not why. */
export const isAtDesk = (me: Account): boolean => !me.roles.some((role) => role === 'counselor' || role === 'director')
