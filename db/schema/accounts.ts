import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Public halves of the keys that rows of the log are signed with, each from one row on. */
export const signingKeysTable = sqliteTable(
  'signing_keys',
  {
    userId: text('user_id').notNull(),
    fromSeq: integer('from_seq').notNull(),
    publicKey: text('public_key').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.fromSeq] })],
)
/** Why somebody else's records were opened, and until when that holds. */
export const readingReasonsTable = sqliteTable('reading_reasons', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  studentId: text('student_id').notNull(),
  reason: text('reason').notNull(),
  at: text('at').notNull(),
  until: text('until').notNull(),
})
export const caseHandoversTable = sqliteTable('case_handovers', {
  id: text('id').primaryKey(),
  caseId: text('case_id').notNull(),
  studentId: text('student_id').notNull(),
  fromId: text('from_id').notNull(),
  toId: text('to_id').notNull(),
  note: text('note').notNull(),
  /** What the student said to the change: a key of CLIENT_VIEWS, empty when nobody wrote it down. */
  clientView: text('client_view').notNull().default(''),
  at: text('at').notNull(),
  by: text('by').notNull(),
})
