import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const revisionsTable = sqliteTable('revisions', {
  seq: integer('seq').primaryKey(),
  kind: text('kind').notNull(),
  recordId: text('record_id').notNull(),
  studentId: text('student_id'),
  before: text('before').notNull(),
  at: text('at'),
  by: text('by'),
})
