import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const waitsTable = sqliteTable('waits', {
  id: text('id').primaryKey(),
  studentId: text('student_id').notNull(),
  since: text('since').notNull(),
  urgency: text('urgency').notNull(),
  wish: text('wish').notNull(),
  receiverId: text('receiver_id'),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  closedAt: text('closed_at'),
  outcome: text('outcome'),
  visitId: text('visit_id'),
})
