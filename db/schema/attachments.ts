import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const attachmentsTable = sqliteTable('attachments', {
  id: text('id').primaryKey(),
  studentId: text('student_id').notNull(),
  about: text('about').notNull(),
  aboutId: text('about_id').notNull(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  type: text('type').notNull(),
  bytes: integer('bytes').notNull(),
  sha256: text('sha256').notNull(),
  note: text('note').notNull(),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  deletedAt: text('deleted_at'),
})
export const attachmentPartsTable = sqliteTable('attachment_parts', {
  id: integer('id').primaryKey(),
  attachmentId: text('attachment_id').notNull(),
  ord: integer('ord').notNull(),
  data: blob('data', { mode: 'buffer' }).notNull(),
})
