import { AppError } from '#contract/errors'
import type { ReviewFields, reviews } from '#contract/reviews'
import type { Handlers, WriteContext } from '#core/context'
import { found } from '#core/found'
import { openCase } from '#core/open-case'
import { getSetting } from '#core/settings'
import { findActivePlan, setGoalState } from '#db/repos/plans'
import {
  findDueReviews,
  findNextReviewDay,
  findReview,
  findReviews,
  insertReview,
  lastReview,
  updateReview,
} from '#db/repos/reviews'
import { stampRevisions } from '#db/repos/revisions'

export const reviewsHandlers: Handlers<typeof reviews> = {
  list: (ctx, { caseId }) => findReviews(ctx.db, caseId),
  record(ctx, { id, caseId, studentId, fields }) {
    openCase(ctx, caseId)
    refuseDays(ctx, fields)
    const plan = findActivePlan(ctx.db, caseId)
    const stray = fields.goals.find(({ rootId }) => !plan?.body.goals.some((goal) => goal.rootId === rootId))
    if (stray) throw new AppError('not-found', { field: 'fields.goals' })
    insertReview(ctx.db, {
      ...fields,
      id,
      caseId,
      studentId,
      planId: plan?.id ?? null,
      by: ctx.me.id,
      at: ctx.now(),
    })
    settleGoals(ctx, id)
    ctx.audit('review.recorded', { subjectId: id, studentId })
    return found(findReview(ctx.db, id), 'id')
  },
  correct(ctx, { reviewId, studentId, fields, reason }) {
    const before = found(findReview(ctx.db, reviewId), 'reviewId')
    openCase(ctx, before.caseId)
    refuseDays(ctx, fields)
    if (fields.goals.some(({ rootId }) => !(rootId in before.goalTexts)))
      throw new AppError('not-found', { field: 'fields.goals' })
    updateReview(ctx.db, reviewId, fields)
    stampRevisions(ctx.db, { at: ctx.now(), by: ctx.me.id, reason })
    settleGoals(ctx, reviewId)
    ctx.audit('review.corrected', { subjectId: reviewId, studentId })
    return found(findReview(ctx.db, reviewId), 'reviewId')
  },
  due: (ctx) => findDueReviews(ctx.db, ctx.me.id, ctx.today(), getSetting(ctx.db, 'planRules').reviewDays),
  next: (ctx, { caseId }) => ({
    dueOn: findNextReviewDay(ctx.db, caseId, getSetting(ctx.db, 'planRules').reviewDays),
  }),
}

/** The goals stand as the newest review of the plan that holds says. */
export function settleGoals(ctx: WriteContext, reviewId: string): void {
  const { caseId, planId, goals } = found(findReview(ctx.db, reviewId), 'reviewId')
  if (planId === null || lastReview(ctx.db, caseId)?.id !== reviewId || findActivePlan(ctx.db, caseId)?.id !== planId)
    return
  for (const { rootId, standing } of goals)
    setGoalState(ctx.db, planId, rootId, standing === 'reached' || standing === 'dropped' ? standing : 'open')
}

function refuseDays(ctx: WriteContext, { onDay, nextOn }: ReviewFields): void {
  if (onDay > ctx.today()) throw new AppError('invalid', { field: 'fields.onDay', reason: 'ahead' })
  if (nextOn !== null && nextOn <= onDay) throw new AppError('invalid', { field: 'fields.nextOn', reason: 'before' })
}
