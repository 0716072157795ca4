import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const reviewsTable = sqliteTable('reviews', {
  id: text('id').primaryKey(),
  caseId: text('case_id').notNull(),
  studentId: text('student_id').notNull(),
  onDay: text('on_day').notNull(),
  goals: text('goals').notNull(),
  satisfaction: integer('satisfaction'),
  satisfactionWords: text('satisfaction_words').notNull(),
  tool: text('tool').notNull(),
  dependence: text('dependence').notNull(),
  decision: text('decision').notNull(),
  note: text('note').notNull(),
  nextOn: text('next_on'),
  by: text('by').notNull(),
  at: text('at').notNull(),
})
