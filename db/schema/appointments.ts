import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const appointmentsTable = sqliteTable('appointments', {
  visitId: text('visit_id').primaryKey(),
  until: text('until').notNull(),
  seriesId: text('series_id'),
  overReason: text('over_reason').notNull(),
  confirmedAt: text('confirmed_at'),
  confirmedBy: text('confirmed_by'),
})
export const keptApartTable = sqliteTable('kept_apart', {
  id: text('id').primaryKey(),
  oneId: text('one_id').notNull(),
  otherId: text('other_id').notNull(),
  reason: text('reason').notNull(),
  at: text('at').notNull(),
  by: text('by').notNull(),
  endedAt: text('ended_at'),
})
