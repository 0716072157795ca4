import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  FOLLOWUP_BASES,
  FOLLOWUP_CAUSES,
  FOLLOWUP_OUTCOMES,
  FOLLOWUP_STATES,
  FOLLOWUP_WAYS,
} from '#contract/case-tables'

export const followupsTable = sqliteTable('followups', {
  id: text('id').primaryKey(),
  studentId: text('student_id').notNull(),
  caseId: text('case_id').notNull(),
  cause: text('cause', { enum: FOLLOWUP_CAUSES }).notNull(),
  /** Days after the cause, as it was planned; `dueOn` may have been moved since. */
  step: integer('step').notNull(),
  basis: text('basis', { enum: FOLLOWUP_BASES }).notNull(),
  dueOn: text('due_on').notNull(),
  state: text('state', { enum: FOLLOWUP_STATES }).notNull(),
  doneAt: text('done_at'),
  way: text('way', { enum: FOLLOWUP_WAYS }),
  text: text('text').notNull(),
  outcome: text('outcome', { enum: FOLLOWUP_OUTCOMES }),
  droppedReason: text('dropped_reason').notNull(),
  ownerId: text('owner_id').notNull(),
  by: text('by'),
  madeAt: text('made_at').notNull(),
  recordedAt: text('recorded_at'),
})
