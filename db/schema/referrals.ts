import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { GUARDIAN_ANSWERS, INSTITUTIONS, REFERRAL_KINDS, REFERRAL_STATES, URGENCIES } from '#contract/code-tables'

export const referralsTable = sqliteTable('referrals', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  studentId: text('student_id').notNull(),
  caseId: text('case_id').notNull(),
  crisisId: text('crisis_id'),
  state: text('state', { enum: REFERRAL_STATES }).notNull(),
  kind: text('kind', { enum: REFERRAL_KINDS }).notNull(),
  urgency: text('urgency', { enum: URGENCIES }).notNull(),
  reason: text('reason').notNull(),
  doneSoFar: text('done_so_far').notNull(),
  /** JSON array of the options offered. */
  options: text('options').notNull(),
  choice: text('choice').notNull(),
  institutionKind: text('institution_kind', { enum: INSTITUTIONS }).notNull(),
  institution: text('institution').notNull(),
  department: text('department').notNull(),
  clientView: text('client_view').notNull(),
  guardianAnswer: text('guardian_answer', { enum: GUARDIAN_ANSWERS }).notNull(),
  guardianInformedAt: text('guardian_informed_at'),
  guardianName: text('guardian_name').notNull(),
  guardianWords: text('guardian_words').notNull(),
  referredAt: text('referred_at').notNull(),
  referredBy: text('referred_by').notNull(),
  returnDue: text('return_due'),
  /** ReturnSlip as JSON. */
  slip: text('slip'),
  withdrawnReason: text('withdrawn_reason'),
  returnedOn: text('returned_on'),
  enteredAt: text('entered_at').notNull(),
})
