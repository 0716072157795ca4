import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { DEPENDENCES, REVIEW_DECISIONS } from '#contract/case-tables'
import type { ReviewFields } from '#contract/reviews'

export const reviewsTable = sqliteTable('reviews', {
  id: text('id').primaryKey(),
  caseId: text('case_id').notNull(),
  studentId: text('student_id').notNull(),
  /** The plan that was in force. */
  planId: text('plan_id'),
  onDay: text('on_day').notNull(),
  goals: text('goals', { mode: 'json' }).$type<ReviewFields['goals']>().notNull(),
  satisfaction: integer('satisfaction'),
  satisfactionWords: text('satisfaction_words').notNull(),
  tool: text('tool').notNull(),
  dependence: text('dependence', { enum: DEPENDENCES }).notNull(),
  decision: text('decision', { enum: REVIEW_DECISIONS }).notNull(),
  note: text('note').notNull(),
  nextOn: text('next_on'),
  by: text('by').notNull(),
  at: text('at').notNull(),
})
