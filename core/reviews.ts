import { AppError } from '#contract/errors'
import type { ReviewFields, reviews } from '#contract/reviews'
import type { Handlers, WriteContext } from '#core/context'
import { found } from '#core/found'
import { openCase } from '#core/open-case'
import { getSetting } from '#core/settings'
import { findActivePlan, setGoalState } from '#db/repos/plans'
import { findDueReviews, findNextReviewDay, findReview, findReviews, insertReview } from '#db/repos/reviews'

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
    if (plan)
      for (const { rootId, standing } of fields.goals)
        setGoalState(ctx.db, plan.id, rootId, standing === 'reached' || standing === 'dropped' ? standing : 'open')
    ctx.audit('review.recorded', { subjectId: id, studentId })
    return found(findReview(ctx.db, id), 'id')
  },
  due: (ctx) => findDueReviews(ctx.db, ctx.me.id, ctx.today(), getSetting(ctx.db, 'planRules').reviewDays),
  next: (ctx, { caseId }) => ({
    dueOn: findNextReviewDay(ctx.db, caseId, getSetting(ctx.db, 'planRules').reviewDays),
  }),
}

function refuseDays(ctx: WriteContext, { onDay, nextOn }: ReviewFields): void {
  if (onDay > ctx.today()) throw new AppError('invalid', { field: 'fields.onDay', reason: 'ahead' })
  if (nextOn !== null && nextOn <= onDay) throw new AppError('invalid', { field: 'fields.nextOn', reason: 'before' })
}
