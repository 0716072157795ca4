import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { URGENCIES, WAIT_OUTCOMES } from '#contract/code-tables'

export const waitsTable = sqliteTable('waits', {
  id: text('id').primaryKey(),
  studentId: text('student_id').notNull(),
  since: text('since').notNull(),
  urgency: text('urgency', { enum: URGENCIES }).notNull(),
  /** When they could come. */
  wish: text('wish').notNull(),
  /** A word on why. */
  note: text('note').notNull(),
  receiverId: text('receiver_id'),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  closedAt: text('closed_at'),
  outcome: text('outcome', { enum: WAIT_OUTCOMES }),
  visitId: text('visit_id'),
})
