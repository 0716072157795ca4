import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const dayLogsTable = sqliteTable(
  'day_logs',
  {
    day: text('day').notNull(),
    userId: text('user_id').notNull(),
    closedAt: text('closed_at').notNull(),
    remarks: text('remarks').notNull(),
    summary: text('summary').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.userId] })],
)
export const unfitDaysTable = sqliteTable(
  'unfit_days',
  {
    day: text('day').notNull(),
    userId: text('user_id').notNull(),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.day, table.userId] })],
)
