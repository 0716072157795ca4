import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const letterOpeningsTable = sqliteTable('letter_openings', {
  day: text('day').primaryKey(),
  openedBy: text('opened_by').notNull(),
  count: integer('count').notNull(),
  at: text('at').notNull(),
})
export const lettersTable = sqliteTable('letters', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  receivedOn: text('received_on').notNull(),
  studentId: text('student_id'),
  writer: text('writer').notNull(),
  summary: text('summary').notNull(),
  isRisk: integer('is_risk', { mode: 'boolean' }).notNull(),
  assignedTo: text('assigned_to'),
  replyDue: text('reply_due'),
  state: text('state').notNull(),
  reply: text('reply').notNull(),
  answeredAt: text('answered_at'),
  visitId: text('visit_id'),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  deletedAt: text('deleted_at'),
})
