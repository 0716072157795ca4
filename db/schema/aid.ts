import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { AID_KINDS, AID_STATES, EXCEPTION_GROUNDS } from '#contract/contact-tables'

/** Hard times at home (S46): for the counselor's eyes; nobody's marks or honors rest on it. */
export const hardshipsTable = sqliteTable('hardships', {
  studentId: text('student_id').primaryKey(),
  since: text('since').notNull(),
  note: text('note').notNull(),
  endedOn: text('ended_on'),
  by: text('by').notNull(),
  at: text('at').notNull(),
})
export const aidReferralsTable = sqliteTable('aid_referrals', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  studentId: text('student_id').notNull(),
  onDay: text('on_day').notNull(),
  kind: text('kind', { enum: AID_KINDS }).notNull(),
  office: text('office').notNull(),
  /** For the file alone. */
  reason: text('reason').notNull(),
  told: text('told').notNull(),
  /** JSON list of AID_AGREED. */
  agreedBy: text('agreed_by').notNull(),
  exceptionGround: text('exception_ground', { enum: EXCEPTION_GROUNDS }),
  state: text('state', { enum: AID_STATES }).notNull(),
  answerDue: text('answer_due').notNull(),
  answeredOn: text('answered_on'),
  outcome: text('outcome').notNull(),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  deletedAt: text('deleted_at'),
})
