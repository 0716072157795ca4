import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Who is to be taken on, by whom, and what came of it (S22). */
export const acceptancesTable = sqliteTable('acceptances', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  studentId: text('student_id').notNull(),
  askedOn: text('asked_on').notNull(),
  source: text('source').notNull(),
  askedBy: text('asked_by').notNull(),
  basis: text('basis').notNull(),
  urgency: text('urgency').notNull(),
  concern: text('concern').notNull(),
  promises: text('promises').notNull(),
  state: text('state').notNull(),
  assignedTo: text('assigned_to'),
  assignedBy: text('assigned_by'),
  assignedAt: text('assigned_at'),
  decidedBy: text('decided_by'),
  decidedAt: text('decided_at'),
  answer: text('answer').notNull(),
  caseId: text('case_id'),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  deletedAt: text('deleted_at'),
})
