import { z } from 'zod'
import { DEPENDENCES, GOAL_STANDINGS, REVIEW_DECISIONS } from '#contract/case-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Instant, Line, Prose } from '#contract/times'

/** Looking back together on what has come of the plan (S34, F12). */
export const ReviewFields = z.object({
  onDay: CalendarDate,
  goals: z.array(z.object({ rootId: z.uuid(), standing: z.enum(GOAL_STANDINGS), words: Prose.max(500) })).max(20),
  satisfaction: z.int().min(1).max(5).nullable(),
  satisfactionWords: Prose.max(2000),
  /** What it was measured with, in words. */
  tool: Line,
  /** Whether the student leans on the counseling more than is good (S24). */
  dependence: z.enum(DEPENDENCES),
  decision: z.enum(REVIEW_DECISIONS),
  note: Prose,
  /** When to look back again; null: by the interval of the plan. */
  nextOn: CalendarDate.nullable(),
})
export type ReviewFields = z.infer<typeof ReviewFields>

export const Review = ReviewFields.extend({
  id: z.uuid(),
  caseId: z.uuid(),
  studentId: z.uuid(),
  planId: z.uuid().nullable(),
  planVersion: z.int().nullable(),
  /** Texts of the goals as the plan had them. */
  goalTexts: z.record(z.string(), Prose),
  reviewedBy: Line,
  enteredAt: Instant,
})
export type Review = z.infer<typeof Review>

export const ReviewDue = z.object({
  caseId: z.uuid(),
  caseNo: Line,
  studentId: z.uuid(),
  studentName: Line,
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  /** The last review; null: none since the plan was agreed upon. */
  lastOn: CalendarDate.nullable(),
  agreedOn: CalendarDate,
  dueOn: CalendarDate,
})
export type ReviewDue = z.infer<typeof ReviewDue>

export const reviews = {
  /** Newest first. */
  list: read(
    { roles: ['counselor', 'director'], others: 'reason', audited: 'review.read', subjects: ['case'] },
    z.object({ caseId: z.uuid() }),
    z.array(Review),
  ),
  record: write(
    { roles: 'counselor', others: 'never', subjects: ['case'] },
    { id: z.uuid(), caseId: z.uuid(), studentId: z.uuid(), fields: ReviewFields },
    Review,
  ),
  /**
   * What was written down wrongly; how it stood before is kept (`revisions`). The goals are those of the plan it was made with; they
   * take their new standing when no later review has been made and that plan still holds.
   */
  correct: write(
    { roles: 'counselor', others: 'never', subjects: ['review'] },
    { reviewId: z.uuid(), studentId: z.uuid(), fields: ReviewFields, reason: Line.min(2) },
    Review,
  ),
  /** Own cases whose review is due by today, the longest overdue first. */
  due: read({ roles: ['counselor', 'director'] }, z.object({}), z.array(ReviewDue)),
  /** When the next one is due in a case; null without an active plan. */
  next: read(
    { roles: ['counselor', 'director'], subjects: ['case'] },
    z.object({ caseId: z.uuid() }),
    z.object({ dueOn: CalendarDate.nullable() }),
  ),
}
