import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const observationsTable = sqliteTable('observations', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  studentId: text('student_id').notNull(),
  observedOn: text('observed_on').notNull(),
  reporter: text('reporter').notNull(),
  reporterRole: text('reporter_role').notNull(),
  signs: text('signs').notNull(),
  text: text('text').notNull(),
  urgency: text('urgency').notNull(),
  doneAlready: text('done_already').notNull(),
  state: text('state').notNull(),
  outcome: text('outcome'),
  outcomeNote: text('outcome_note').notNull(),
  outcomeAt: text('outcome_at'),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  deletedAt: text('deleted_at'),
})
