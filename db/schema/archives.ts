import { PAPER_ITEMS, PAPER_STATES } from '#contract/code-tables'
import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What lies in the paper file of a case; rows come as they are looked at (S59). */
export const paperItemsTable = sqliteTable(
  'paper_items',
  {
    caseId: text('case_id').notNull(),
    item: text('item', { enum: PAPER_ITEMS }).notNull(),
    state: text('state', { enum: PAPER_STATES }).notNull(),
    promisedOn: text('promised_on'),
    note: text('note').notNull(),
    by: text('by').notNull(),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.item] })],
)
export const archivesTable = sqliteTable('archives', {
  caseId: text('case_id').primaryKey(),
  no: text('no').notNull(),
  box: text('box').notNull(),
  archivedOn: text('archived_on').notNull(),
  by: text('by').notNull(),
  keepUntil: text('keep_until'),
  holdReason: text('hold_reason').notNull(),
  destructionId: text('destruction_id'),
})
export const destructionsTable = sqliteTable('destructions', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  reason: text('reason').notNull(),
  method: text('method').notNull(),
  approvedBy: text('approved_by').notNull(),
  witness: text('witness').notNull(),
  cases: text('cases').notNull(),
  by: text('by').notNull(),
  at: text('at').notNull(),
})
