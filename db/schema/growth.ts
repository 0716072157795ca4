import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { GROWTH_KINDS } from '#contract/case-tables'

export const growthEntriesTable = sqliteTable('growth_entries', {
  id: text('id').primaryKey(),
  studentId: text('student_id').notNull(),
  onDay: text('on_day').notNull(),
  kind: text('kind', { enum: GROWTH_KINDS }).notNull(),
  text: text('text').notNull(),
  isShareable: integer('is_shareable', { mode: 'boolean' }).notNull(),
  by: text('by').notNull(),
  enteredAt: text('entered_at').notNull(),
  deletedAt: text('deleted_at'),
})
