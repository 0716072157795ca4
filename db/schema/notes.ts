import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { NOTE_STATES } from '#contract/code-tables'

export const notesTable = sqliteTable('notes', {
  /** Rising with time; the row of the word index. */
  seq: integer('seq').primaryKey(),
  id: text('id').notNull(),
  visitId: text('visit_id').notNull(),
  studentId: text('student_id').notNull(),
  state: text('state', { enum: NOTE_STATES }).notNull(),
  version: integer('version').notNull(),
  /** NoteBody as JSON. */
  body: text('body').notNull(),
  savedAt: text('saved_at').notNull(),
  writtenBy: text('written_by').notNull(),
  signedAt: text('signed_at'),
  signedBy: text('signed_by'),
})
export const noteVersionsTable = sqliteTable('note_versions', {
  noteId: text('note_id').notNull(),
  version: integer('version').notNull(),
  body: text('body').notNull(),
  savedAt: text('saved_at').notNull(),
  savedBy: text('saved_by').notNull(),
})
export const addendaTable = sqliteTable('addenda', {
  id: text('id').primaryKey(),
  noteId: text('note_id').notNull(),
  text: text('text').notNull(),
  writtenAt: text('written_at').notNull(),
  writtenBy: text('written_by').notNull(),
})
/** A note that was written in the wrong child's file and was moved; both files show it. */
export const noteMovesTable = sqliteTable('note_moves', {
  id: text('id').primaryKey(),
  noteId: text('note_id').notNull(),
  fromVisitId: text('from_visit_id').notNull(),
  fromStudentId: text('from_student_id').notNull(),
  toVisitId: text('to_visit_id').notNull(),
  toStudentId: text('to_student_id').notNull(),
  reason: text('reason').notNull(),
  by: text('by').notNull(),
  at: text('at').notNull(),
  /** The goal marks that stayed behind and were taken back (JSON). */
  marks: text('marks').notNull().default('[]'),
})
