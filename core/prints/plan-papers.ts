import { AppError } from '#contract/errors'
import { found } from '#core/found'
import { courseOfPlan } from '#core/plans'
import { findCase } from '#db/repos/cases'
import { findIntake } from '#db/repos/intakes'
import { findPlan } from '#db/repos/plans'
import { findReview } from '#db/repos/reviews'
import { findStage } from '#db/repos/stages'
import { findStudentIdOf } from '#db/repos/subjects'
import type { PaperKinds } from './content.ts'
import { personOf } from './person-of.ts'

/** What a case is begun, planned and looked back upon with (F08, F09, F12, S38). */
export const planPapers: PaperKinds<'intake' | 'plan' | 'review' | 'stage' | 'feedback'> = {
  intake: {
    readAs: 'case',
    studentOf: (ctx, caseId) => found(findStudentIdOf(ctx.db, 'case', caseId), 'subjectId'),
    content(ctx, caseId) {
      const intake = found(findIntake(ctx.db, caseId), 'subjectId')
      return { ...personOf(ctx, intake.studentId), intake, case: findCase(ctx.db, caseId) ?? null }
    },
  },
  plan: {
    readAs: 'plan',
    studentOf: (ctx, planId) => found(findStudentIdOf(ctx.db, 'plan', planId), 'subjectId'),
    content(ctx, planId) {
      const plan = found(findPlan(ctx.db, planId), 'subjectId')
      return { ...personOf(ctx, plan.studentId), plan, case: findCase(ctx.db, plan.caseId) ?? null }
    },
  },
  review: {
    readAs: 'review',
    studentOf: (ctx, reviewId) => found(findStudentIdOf(ctx.db, 'review', reviewId), 'subjectId'),
    content(ctx, reviewId) {
      const review = found(findReview(ctx.db, reviewId), 'subjectId')
      const plan = review.planId === null ? null : (findPlan(ctx.db, review.planId) ?? null)
      return {
        ...personOf(ctx, review.studentId),
        review,
        plan,
        goals: plan ? courseOfPlan(ctx.db, plan) : [],
        case: findCase(ctx.db, review.caseId) ?? null,
      }
    },
  },
  stage: {
    readAs: 'stage',
    studentOf: (ctx, stageId) => found(findStudentIdOf(ctx.db, 'stage', stageId), 'subjectId'),
    content(ctx, stageId) {
      const stage = found(findStage(ctx.db, stageId), 'subjectId')
      if (stage.finishedAt === null || stage.state === 'skipped')
        throw new AppError('conflict', { field: 'subjectId', reason: 'not-finished' })
      return { ...personOf(ctx, stage.studentId), stage, case: findCase(ctx.db, stage.caseId) ?? null }
    },
  },
  /** Filled in by a student who is not named. */
  feedback: {
    studentOf: () => null,
    content(_ctx, subjectId) {
      if (subjectId !== 'room') throw new AppError('not-found', { field: 'subjectId' })
      return {}
    },
  },
}
