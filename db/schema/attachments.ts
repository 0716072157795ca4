import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ATTACHMENT_TYPES, type Turn } from '#contract/attachment-files'
import { ATTACHMENT_ABOUTS, ATTACHMENT_KINDS } from '#contract/code-tables'

export const attachmentsTable = sqliteTable('attachments', {
  id: text('id').primaryKey(),
  studentId: text('student_id').notNull(),
  about: text('about', { enum: ATTACHMENT_ABOUTS }).notNull(),
  aboutId: text('about_id').notNull(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ATTACHMENT_KINDS }).notNull(),
  type: text('type', { enum: ATTACHMENT_TYPES }).notNull(),
  bytes: integer('bytes').notNull(),
  /** Of the content as it is kept, hexadecimal. */
  sha256: text('sha256').notNull(),
  turned: integer('turned').$type<Turn>().notNull(),
  note: text('note').notNull(),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  deletedAt: text('deleted_at'),
  deletedBecause: text('deleted_because'),
})
/** The content in parts of 256 KB, in order; they are written once. */
export const attachmentPartsTable = sqliteTable('attachment_parts', {
  id: integer('id').primaryKey(),
  attachmentId: text('attachment_id').notNull(),
  ord: integer('ord').notNull(),
  data: blob('data', { mode: 'buffer' }).notNull(),
})
