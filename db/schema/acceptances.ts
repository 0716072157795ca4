import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { SOURCES, URGENCIES } from '#contract/code-tables'
import { ACCEPTANCE_STATES, ENTRY_BASES } from '#contract/entry-tables'

/** Who is to be taken on, by whom, and what came of it (S22). */
export const acceptancesTable = sqliteTable('acceptances', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  studentId: text('student_id').notNull(),
  askedOn: text('asked_on').notNull(),
  source: text('source', { enum: SOURCES }).notNull(),
  askedBy: text('asked_by').notNull(),
  basis: text('basis', { enum: ENTRY_BASES }).notNull(),
  urgency: text('urgency', { enum: URGENCIES }).notNull(),
  concern: text('concern').notNull(),
  promises: text('promises').notNull(),
  state: text('state', { enum: ACCEPTANCE_STATES }).notNull(),
  assignedTo: text('assigned_to'),
  assignedBy: text('assigned_by'),
  assignedAt: text('assigned_at'),
  decidedBy: text('decided_by'),
  decidedAt: text('decided_at'),
  /** What was objected to in the promises, or why it was returned. */
  answer: text('answer').notNull(),
  caseId: text('case_id'),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  deletedAt: text('deleted_at'),
})
