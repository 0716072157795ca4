import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const risksTable = sqliteTable('risks', {
  id: text('id').primaryKey(),
  seq: integer('seq').notNull(),
  studentId: text('student_id').notNull(),
  rank: integer('rank').notNull(),
  previousRank: integer('previous_rank'),
  reason: text('reason').notNull(),
  setAt: text('set_at').notNull(),
  setBy: text('set_by').notNull(),
  enteredAt: text('entered_at').notNull(),
})
