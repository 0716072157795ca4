import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const backupPlacesTable = sqliteTable('backup_places', {
  id: text('id').primaryKey(),
  label: text('label').notNull(),
  folder: text('folder').notNull(),
  addedAt: text('added_at').notNull(),
  removedAt: text('removed_at'),
})
export const backupSetsTable = sqliteTable('backup_sets', {
  id: text('id').primaryKey(),
  placeId: text('place_id').notNull(),
  name: text('name').notNull(),
  madeAt: text('made_at').notNull(),
  verifiedAt: text('verified_at'),
  bytes: integer('bytes').notNull(),
  /** `vault_state.commits` that the set holds. */
  commits: integer('commits').notNull(),
  trouble: text('trouble'),
})
