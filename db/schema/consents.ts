import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { CONSENT_ANSWERS, CONSENT_KINDS, CONSENT_MODES, SHARED_WITH, SIGNERS } from '#contract/code-tables'

export const consentsTable = sqliteTable('consents', {
  id: text('id').primaryKey(),
  studentId: text('student_id').notNull(),
  kind: text('kind', { enum: CONSENT_KINDS }).notNull(),
  textVersion: text('text_version').notNull(),
  givenOn: text('given_on').notNull(),
  givenTo: text('given_to').notNull(),
  signer: text('signer', { enum: SIGNERS }).notNull(),
  signerName: text('signer_name').notNull(),
  mode: text('mode', { enum: CONSENT_MODES }).notNull(),
  scope: text('scope').notNull(),
  answer: text('answer', { enum: CONSENT_ANSWERS }).notNull().default('agrees'),
  relation: text('relation').notNull().default(''),
  sharedWith: text('shared_with', { enum: SHARED_WITH }),
  validUntil: text('valid_until'),
  withdrawnReason: text('withdrawn_reason').notNull().default(''),
  withdrawnOn: text('withdrawn_on'),
  enteredAt: text('entered_at').notNull(),
})
