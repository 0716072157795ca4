import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What a booked visit has besides: its planned end. A booking of before has no row and lasts as long as an ordinary session. */
export const appointmentsTable = sqliteTable('appointments', {
  visitId: text('visit_id').primaryKey(),
  until: text('until').notNull(),
  /** Bookings that were made together. */
  seriesId: text('series_id'),
  /** Why a rule was passed over; blank when none was. */
  overReason: text('over_reason').notNull(),
  confirmedAt: text('confirmed_at'),
  confirmedBy: text('confirmed_by'),
})
/** Each pair once, in either order. */
export const keptApartTable = sqliteTable('kept_apart', {
  id: text('id').primaryKey(),
  oneId: text('one_id').notNull(),
  otherId: text('other_id').notNull(),
  reason: text('reason').notNull(),
  at: text('at').notNull(),
  by: text('by').notNull(),
  endedAt: text('ended_at'),
})
