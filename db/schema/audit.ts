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
})
export const requestsTable = sqliteTable('requests', {
  id: text('id').primaryKey(),
  procedure: text('procedure').notNull(),
  reply: text('reply').notNull(),
  at: text('at').notNull(),
})
