import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const followupsTable = sqliteTable('followups', {
  id: text('id').primaryKey(),
  studentId: text('student_id').notNull(),
  caseId: text('case_id').notNull(),
  cause: text('cause').notNull(),
  step: text('step').notNull(),
  basis: text('basis').notNull(),
  dueOn: text('due_on').notNull(),
  state: text('state').notNull(),
  doneAt: text('done_at'),
  way: text('way'),
  text: text('text').notNull(),
  outcome: text('outcome'),
  droppedReason: text('dropped_reason').notNull(),
  ownerId: text('owner_id').notNull(),
  by: text('by'),
  madeAt: text('made_at').notNull(),
})
