import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { PAPER_ITEMS, PAPER_STATES } from '#contract/case-tables'

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
  /** Where the paper file stands. */
  box: text('box').notNull(),
  archivedOn: text('archived_on').notNull(),
  by: text('by').notNull(),
  /** Null: as long as nobody says until when. */
  keepUntil: text('keep_until'),
  /** Why it is kept whatever the day says; empty when nothing holds it. */
  holdReason: text('hold_reason').notNull(),
  destructionId: text('destruction_id'),
})
/** Who destroyed what a case held, and who stood by (S61, F27); the register itself stays. */
export const destructionsTable = sqliteTable('destructions', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  caseId: text('case_id').notNull(),
  reason: text('reason').notNull(),
  /** Why before its time. */
  earlyReason: text('early_reason').notNull(),
  method: text('method').notNull(),
  approvedBy: text('approved_by').notNull(),
  /** The approval is a signed paper. */
  isOnPaper: integer('is_on_paper', { mode: 'boolean' }).notNull(),
  witness: text('witness').notNull(),
  /** How many records of each kind were emptied. */
  counts: text('counts', { mode: 'json' }).$type<Record<string, number>>().notNull(),
  /** The key that opens what never changes, within one transaction. */
  isOpen: integer('is_open', { mode: 'boolean' }).notNull(),
  by: text('by').notNull(),
  at: text('at').notNull(),
})
