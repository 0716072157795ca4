import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const privateNotesTable = sqliteTable('private_notes', {
  id: text('id').primaryKey(),
  studentId: text('student_id').notNull(),
  visitId: text('visit_id'),
  authorId: text('author_id').notNull(),
  /** Of the key pair it was closed to. */
  publicKey: text('public_key').notNull(),
  version: integer('version').notNull(),
  sealed: blob('sealed', { mode: 'buffer' }).notNull(),
  createdAt: text('created_at').notNull(),
  savedAt: text('saved_at').notNull(),
})
