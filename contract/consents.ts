import { z } from 'zod'
import {
  CONSENT_ANSWERS,
  CONSENT_KINDS,
  CONSENT_MODES,
  CONSENT_SPANS,
  SHARED_WITH,
  SIGNERS,
} from '#contract/code-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Instant, Line, Prose } from '#contract/times'

/**
 * Informed notice, agreement or a consent, by person and purpose (S18–S21; domain.md §2.3). A missing one never blocks a
 * crisis.
 */
export const ConsentFields = z.object({
  kind: z.enum(CONSENT_KINDS),
  textVersion: Line,
  givenOn: CalendarDate,
  signer: z.enum(SIGNERS),
  signerName: Line,
  mode: z.enum(CONSENT_MODES),
  /** What exactly may be told, or another limit, in words. */
  scope: Line,
  answer: z.enum(CONSENT_ANSWERS).default('agrees'),
  /** What the signer is to the student, where `signer` does not say it: 祖母. */
  relation: Line.default(''),
  /** Of `sharing` alone. */
  sharedWith: z.enum(SHARED_WITH).nullable().default(null),
  /** The last day it holds; null holds until it is withdrawn. Left out: as the school's rule says. */
  validUntil: CalendarDate.nullable().optional(),
})
export type ConsentFields = z.input<typeof ConsentFields>

export const Consent = ConsentFields.extend({
  id: z.uuid(),
  studentId: z.uuid(),
  validUntil: CalendarDate.nullable(),
  givenTo: Line,
  withdrawnOn: CalendarDate.nullable(),
  withdrawnReason: Line,
  /** Who wrote the withdrawal down. */
  withdrawnTo: Line.nullable(),
  enteredAt: Instant,
})
export type Consent = z.infer<typeof Consent>

export const Statement = Consent.pick({
  id: true,
  signer: true,
  signerName: true,
  relation: true,
  givenOn: true,
  validUntil: true,
  scope: true,
})
export type Statement = z.infer<typeof Statement>

/** How it stands with one purpose today; `sharing` has a line for each with whom. */
export const ConsentLine = z.object({
  purpose: z.enum(CONSENT_KINDS),
  sharedWith: z.enum(SHARED_WITH).nullable(),
  /** The school asks for it before counseling goes on (never in a crisis). */
  needed: z.boolean(),
  givenBy: z.array(Statement),
  declinedBy: z.array(Statement),
  /** Nothing in force is enough: nobody agreed, or nobody who must. */
  missing: z.boolean(),
  /** The student is under the age on this day, and no guardian has agreed. */
  lacksGuardian: z.boolean(),
  /** It was given, and its time is over. */
  expired: z.boolean(),
  /** The first day that something in force ends, when that is soon. */
  endsSoonOn: CalendarDate.nullable(),
  /** One guardian agrees and another declines. */
  conflict: z.boolean(),
})
export type ConsentLine = z.infer<typeof ConsentLine>

/** What a paper to be signed says; every consent remembers the version. */
export const PaperText = z.object({ text: Prose, version: Line.min(1) })
export type PaperText = z.infer<typeof PaperText>
export const ConsentRules = z.object({
  validFor: z.enum(CONSENT_SPANS),
  /** Under this age a guardian's consent is needed as well (个人信息保护法 art. 31). */
  guardianUnder: z.int().min(0).max(18),
  /** So many days before its end a consent is said to end soon. */
  soonDays: z.int().min(0).max(90),
  /** What must be there before counseling goes on. */
  needed: z.array(z.enum(CONSENT_KINDS)).max(CONSENT_KINDS.length),
})
export type ConsentRules = z.infer<typeof ConsentRules>
export const PaperTexts = z.object({ confidentiality: PaperText, agreement: PaperText, recording: PaperText })
export type PaperTexts = z.infer<typeof PaperTexts>

const keepers = ['counselor', 'director'] as const
export const consents = {
  listByStudent: read({ roles: keepers }, z.object({ studentId: z.uuid() }), z.array(Consent)),
  /** One line for every purpose, in the order of the list. */
  state: read({ roles: keepers }, z.object({ studentId: z.uuid() }), z.array(ConsentLine)),
  rules: read(
    { roles: keepers },
    z.object({}),
    z.object({
      rules: ConsentRules,
      texts: PaperTexts,
      endOfTerm: CalendarDate.nullable(),
      endOfYear: CalendarDate,
    }),
  ),
  saveRules: write({ roles: keepers }, { rules: ConsentRules }, Done),
  saveTexts: write({ roles: keepers }, { texts: PaperTexts.partial() }, Done),
  record: write(
    { roles: 'counselor', others: 'reason', subjects: ['student'] },
    { id: z.uuid(), studentId: z.uuid(), fields: ConsentFields },
    Consent,
  ),
  withdraw: write(
    { roles: 'counselor', others: 'reason', subjects: ['consent'] },
    { consentId: z.uuid(), studentId: z.uuid(), on: CalendarDate, reason: Line.default('') },
    Consent,
  ),
}
