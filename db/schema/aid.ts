import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

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
  kind: text('kind').notNull(),
  office: text('office').notNull(),
  reason: text('reason').notNull(),
  told: text('told').notNull(),
  agreedBy: text('agreed_by').notNull(),
  state: text('state').notNull(),
  answerDue: text('answer_due'),
  answeredOn: text('answered_on'),
  outcome: text('outcome').notNull(),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  deletedAt: text('deleted_at'),
})
