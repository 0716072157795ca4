import { AppError } from '#contract/errors'
import type { risks } from '#contract/risks'
import type { Handlers } from '#core/context'
import { getSetting } from '#core/settings'
import { findCurrentRisk, findRisks, insertRisk } from '#db/repos/risks'
import { found } from '#core/found'

export const risksHandlers: Handlers<typeof risks> = {
  listByStudent: (ctx, { studentId }) => findRisks(ctx.db, studentId),
  set(ctx, { id, studentId, rank, reason }) {
    if (reason.trim() === '') throw new AppError('invalid', { field: 'reason', reason: 'empty' })
    if (!getSetting(ctx.db, 'riskLevels').some((level) => level.rank === rank))
      throw new AppError('invalid', { field: 'rank', reason: 'no-such-level' })
    const previousRank = findCurrentRisk(ctx.db, studentId)?.rank ?? null
    insertRisk(ctx.db, {
      id,
      studentId,
      rank,
      previousRank,
      reason,
      setAt: ctx.localNow(),
      setBy: ctx.me.id,
      enteredAt: ctx.now(),
    })
    ctx.audit('risk.set', { subjectId: id, studentId })
    return found(findCurrentRisk(ctx.db, studentId), 'studentId')
  },
}
