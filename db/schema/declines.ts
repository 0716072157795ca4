import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { DECLINE_CAUSES } from '#contract/entry-tables'

/** Students who were asked and do not want to come (S17). */
export const declinesTable = sqliteTable('declines', {
  id: text('id').primaryKey(),
  studentId: text('student_id').notNull(),
  onDay: text('on_day').notNull(),
  askedBecause: text('asked_because', { enum: DECLINE_CAUSES }).notNull(),
  words: text('words').notNull(),
  askAgainOn: text('ask_again_on'),
  by: text('by').notNull(),
  at: text('at').notNull(),
  endedAt: text('ended_at'),
  endedBy: text('ended_by'),
  deletedAt: text('deleted_at'),
})
