import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { CONSENT_KINDS, CONSENT_MODES, SIGNERS } from '#contract/code-tables'

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
  answer: text('answer').notNull().default('agrees'),
  relation: text('relation').notNull().default(''),
  validUntil: text('valid_until'),
  withdrawnReason: text('withdrawn_reason').notNull().default(''),
  withdrawnOn: text('withdrawn_on'),
  enteredAt: text('entered_at').notNull(),
})
