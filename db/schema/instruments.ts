import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What a result was made with, word for word; `edition` counts from 1 within an instrument. */
export const editionsTable = sqliteTable('instrument_editions', {
  id: text('id').primaryKey(),
  instrumentId: text('instrument_id').notNull(),
  edition: integer('edition').notNull(),
  version: text('version').notNull(),
  origin: text('origin', { enum: ['built-in', 'own'] }).notNull(),
  /** JSON `{ zh, en }`; with `short` and `itemCount` what lists need without reading the whole file. */
  title: text('title').notNull(),
  short: text('short').notNull(),
  itemCount: integer('item_count').notNull(),
  /** The instrument file as JSON. */
  body: text('body').notNull(),
  addedAt: text('added_at').notNull(),
  addedBy: text('added_by'),
})
export const retiredInstrumentsTable = sqliteTable('retired_instruments', {
  instrumentId: text('instrument_id').primaryKey(),
  retiredAt: text('retired_at').notNull(),
})
export const competencesTable = sqliteTable('competences', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  instrumentId: text('instrument_id').notNull(),
  basis: text('basis').notNull(),
  recordedOn: text('recorded_on').notNull(),
  recordedBy: text('recorded_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  withdrawnAt: text('withdrawn_at'),
})
