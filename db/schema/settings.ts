import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const settingsTable = sqliteTable('settings', { key: text('key').primaryKey(), value: text('value').notNull() })
export const countersTable = sqliteTable('counters', {
  name: text('name').primaryKey(),
  value: integer('value').notNull(),
})
export const usersTable = sqliteTable('users', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  sex: text('sex', { enum: ['male', 'female'] }),
  roles: text('roles').notNull(),
  createdAt: text('created_at').notNull(),
  closedAt: text('closed_at'),
})
