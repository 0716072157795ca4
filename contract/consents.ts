import { z } from 'zod'
import { CONSENT_KINDS, CONSENT_MODES, SIGNERS } from '#contract/code-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Instant, Line } from '#contract/times'

/** Informed notice or a consent (S18–S21; domain.md §2.3). A missing one never blocks a crisis. */
export const ConsentFields = z.object({
  kind: z.enum(CONSENT_KINDS),
  textVersion: Line,
  givenOn: CalendarDate,
  signer: z.enum(SIGNERS),
  signerName: Line,
  mode: z.enum(CONSENT_MODES),
  /** With whom sharing was agreed, or another limit, in words. */
  scope: Line,
})
export const Consent = ConsentFields.extend({
  id: z.uuid(),
  studentId: z.uuid(),
  givenTo: Line,
  withdrawnOn: CalendarDate.nullable(),
  enteredAt: Instant,
})
export type Consent = z.infer<typeof Consent>
export type ConsentFields = z.infer<typeof ConsentFields>

export const consents = {
  listByStudent: read({ roles: ['counselor', 'director'] }, z.object({ studentId: z.uuid() }), z.array(Consent)),
  record: write(
    { roles: 'counselor', subjects: ['student'] },
    { id: z.uuid(), studentId: z.uuid(), fields: ConsentFields },
    Consent,
  ),
  withdraw: write(
    { roles: 'counselor', subjects: ['consent'] },
    { consentId: z.uuid(), studentId: z.uuid(), on: CalendarDate },
    Consent,
  ),
}
