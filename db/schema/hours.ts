import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { CLOSED_DAY_KINDS } from '#contract/code-tables'

export const closedDaysTable = sqliteTable('closed_days', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: CLOSED_DAY_KINDS }).notNull(),
  name: text('name').notNull(),
  fromDay: text('from_day').notNull(),
  /** The last of the days. */
  toDay: text('to_day').notNull(),
  /** Whose hours hold on an `extra` day, 0 Sunday … 6 Saturday. */
  asWeekday: integer('as_weekday'),
})
/** Times of day `HH:MM` at the school. */
export const shiftsTable = sqliteTable('shifts', {
  id: text('id').primaryKey(),
  day: text('day').notNull(),
  startsAt: text('starts_at').notNull(),
  endsAt: text('ends_at').notNull(),
  userId: text('user_id').notNull(),
  note: text('note').notNull(),
})
export const shiftHandoversTable = sqliteTable('shift_handovers', {
  id: text('id').primaryKey(),
  day: text('day').notNull(),
  fromId: text('from_id').notNull(),
  /** Null: whoever comes next. */
  toId: text('to_id'),
  /** JSON array of what was open at the time: the list's name and how many. */
  items: text('items').notNull(),
  note: text('note').notNull(),
  at: text('at').notNull(),
  takenAt: text('taken_at'),
})
/** Every week on `weekday` (0 Sunday) from `fromDay` to `untilDay`, or once on `day`. */
export const busyTimesTable = sqliteTable('busy_times', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  title: text('title').notNull(),
  weekday: integer('weekday'),
  day: text('day'),
  startsAt: text('starts_at').notNull(),
  endsAt: text('ends_at').notNull(),
  fromDay: text('from_day').notNull(),
  untilDay: text('until_day'),
})
