import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const closedDaysTable = sqliteTable('closed_days', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  fromDay: text('from_day').notNull(),
  toDay: text('to_day').notNull(),
})
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
  toId: text('to_id'),
  items: text('items').notNull(),
  note: text('note').notNull(),
  at: text('at').notNull(),
  takenAt: text('taken_at'),
})
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
