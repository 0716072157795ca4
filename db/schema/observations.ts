import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { URGENCIES } from '#contract/code-tables'
import { OBSERVATION_OUTCOMES, OBSERVATION_STATES, REPORTERS } from '#contract/contact-tables'

export const observationsTable = sqliteTable('observations', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  studentId: text('student_id').notNull(),
  observedOn: text('observed_on').notNull(),
  reporter: text('reporter').notNull(),
  reporterRole: text('reporter_role', { enum: REPORTERS }).notNull(),
  /** JSON list of OBSERVATION_SIGNS. */
  signs: text('signs').notNull(),
  text: text('text').notNull(),
  urgency: text('urgency', { enum: URGENCIES }).notNull(),
  doneAlready: text('done_already').notNull(),
  state: text('state', { enum: OBSERVATION_STATES }).notNull(),
  outcome: text('outcome', { enum: OBSERVATION_OUTCOMES }),
  outcomeNote: text('outcome_note').notNull(),
  outcomeAt: text('outcome_at'),
  visitId: text('visit_id'),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  deletedAt: text('deleted_at'),
})
