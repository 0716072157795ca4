import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** One row: what the vault knows of itself, compared with what lies beside it. */
export const vaultStateTable = sqliteTable('vault_state', {
  id: integer('id').primaryKey(),
  /** Transactions since the vault was made. */
  commits: integer('commits').notNull(),
  keyslotsCounter: integer('keyslots_counter').notNull(),
  /** The latest instant that was seen, to notice a clock that was moved. */
  lastClock: text('last_clock'),
})
/** Checks of the whole vault, rehearsals of backups, alarms that somebody went on in spite of. */
export const vaultChecksTable = sqliteTable('vault_checks', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: ['full', 'rehearsal', 'accepted', 'salvaged', 'looked'] }).notNull(),
  at: text('at').notNull(),
  ok: integer('ok', { mode: 'boolean' }).notNull(),
  /** JSON. */
  details: text('details').notNull(),
})
