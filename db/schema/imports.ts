import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const importsTable = sqliteTable('imports', {
  id: text('id').primaryKey(),
  fileName: text('file_name').notNull(),
  startedAt: text('started_at').notNull(),
  by: text('by').notNull(),
  /** The rows that wait, as JSON; emptied when the import is finished. */
  rows: text('rows').notNull(),
  rowCount: integer('row_count').notNull(),
  done: integer('done').notNull(),
  added: integer('added').notNull(),
  updated: integer('updated').notNull(),
  skipped: integer('skipped').notNull(),
  finished: integer('finished', { mode: 'boolean' }).notNull(),
  undoneAt: text('undone_at'),
})
export const importChangesTable = sqliteTable('import_changes', {
  importId: text('import_id').notNull(),
  ord: integer('ord').notNull(),
  studentId: text('student_id').notNull(),
  /** The student as JSON before the change; null when the import added the student. */
  before: text('before'),
})
