import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { LETTER_STATES, LETTER_WRITERS } from '#contract/contact-tables'

/** One row for every day the box was opened, empty or not. */
export const letterOpeningsTable = sqliteTable('letter_openings', {
  day: text('day').primaryKey(),
  openedBy: text('opened_by').notNull(),
  count: integer('count').notNull(),
  at: text('at').notNull(),
})
/** A letter may be nobody's: unsigned, or from somebody not found yet. */
export const lettersTable = sqliteTable('letters', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  receivedOn: text('received_on').notNull(),
  studentId: text('student_id'),
  writer: text('writer', { enum: LETTER_WRITERS }).notNull(),
  summary: text('summary').notNull(),
  isRisk: integer('is_risk', { mode: 'boolean' }).notNull(),
  assignedTo: text('assigned_to'),
  replyDue: text('reply_due'),
  state: text('state', { enum: LETTER_STATES }).notNull(),
  reply: text('reply').notNull(),
  answeredAt: text('answered_at'),
  /** When the student was told of the appointment or the answer. */
  notifiedAt: text('notified_at'),
  visitId: text('visit_id'),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  deletedAt: text('deleted_at'),
})
