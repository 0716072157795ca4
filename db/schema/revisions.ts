import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What a row was before it changed, kept by triggers. Stamped with who changed it and when; kept for 90 days. */
export const revisionsTable = sqliteTable('revisions', {
  seq: integer('seq').primaryKey(),
  /** Name of the table. */
  kind: text('kind').notNull(),
  recordId: text('record_id').notNull(),
  studentId: text('student_id'),
  /** Columns and values as JSON. */
  before: text('before').notNull(),
  at: text('at'),
  by: text('by'),
  /** Why an earlier state was brought back; null for any other change. */
  reason: text('reason'),
})
