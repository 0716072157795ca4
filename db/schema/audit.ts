import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const auditTable = sqliteTable('audit', {
  seq: integer('seq').primaryKey(),
  at: text('at').notNull(),
  userId: text('user_id'),
  event: text('event').notNull(),
  subjectId: text('subject_id'),
  studentId: text('student_id'),
  prev: text('prev').notNull(),
  hash: text('hash').notNull(),
  /** Ed25519 over `hash` by the key of whoever acted, base64; null for rows of nobody and from before there were keys. */
  signature: text('signature'),
})
/** The head of the chain as it was once a week. */
export const auditWitnessesTable = sqliteTable('audit_witnesses', {
  week: text('week').primaryKey(),
  seq: integer('seq').notNull(),
  head: text('head').notNull(),
  at: text('at').notNull(),
})
export const requestsTable = sqliteTable('requests', {
  id: text('id').primaryKey(),
  procedure: text('procedure').notNull(),
  reply: text('reply').notNull(),
  at: text('at').notNull(),
})
