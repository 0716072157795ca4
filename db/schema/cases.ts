import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { CASE_STATES, CLOSE_REASONS } from '#contract/code-tables'

export const casesTable = sqliteTable('cases', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  studentId: text('student_id').notNull(),
  state: text('state', { enum: CASE_STATES }).notNull(),
  openedOn: text('opened_on').notNull(),
  closedOn: text('closed_on'),
  closeReason: text('close_reason', { enum: CLOSE_REASONS }),
  closeNote: text('close_note').notNull(),
  advice: text('advice').notNull(),
  counselorId: text('counselor_id').notNull(),
  createdAt: text('created_at').notNull(),
})
