import { z } from 'zod'
import {
  GUARDIAN_ANSWERS,
  INSTITUTIONS,
  REFERRAL_KINDS,
  REFERRAL_STATES,
  RETURN_ADVICE,
  URGENCIES,
} from '#contract/code-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Instant, Line, LocalTime, Prose } from '#contract/times'

/** 转介单 (S47–S49; domain.md §2.7; F19). Reasons are behaviour, never a diagnosis. */
export const ReferralFields = z.object({
  kind: z.enum(REFERRAL_KINDS),
  urgency: z.enum(URGENCIES),
  reason: Prose.min(1).max(4000),
  doneSoFar: Prose.max(4000),
  /** The options that were offered; the client chooses (000-F 6). */
  options: z.array(Line.min(1)).max(8),
  choice: Line,
  institutionKind: z.enum(INSTITUTIONS),
  institution: Line,
  department: Line,
  clientView: Prose.max(2000),
  guardianAnswer: z.enum(GUARDIAN_ANSWERS),
  guardianInformedAt: LocalTime.nullable(),
  guardianName: Line,
  guardianWords: Prose.max(2000),
  referredAt: LocalTime,
  /** When the return slip should be here. */
  returnDue: CalendarDate.nullable(),
})
export type ReferralFields = z.infer<typeof ReferralFields>

/** 转介回执. A hospital's words are quoted with their source; the room issues none of its own. */
export const ReturnSlip = z.object({
  returnedOn: CalendarDate,
  seenOn: CalendarDate.nullable(),
  /** Who brought it. */
  broughtBy: Line,
  advice: z.array(z.enum(RETURN_ADVICE)),
  words: Prose.max(4000),
  nextCheckOn: CalendarDate.nullable(),
})
export type ReturnSlip = z.infer<typeof ReturnSlip>

export const Referral = ReferralFields.extend({
  id: z.uuid(),
  no: Line,
  studentId: z.uuid(),
  caseId: z.uuid(),
  crisisId: z.uuid().nullable(),
  state: z.enum(REFERRAL_STATES),
  referredBy: Line,
  enteredAt: Instant,
  slip: ReturnSlip.nullable(),
  /** Who put the slip into the file, and when. */
  slipBy: Line.nullable(),
  slipAt: Instant.nullable(),
})
export type Referral = z.infer<typeof Referral>

/** What a list shows. What was written is read one by one: that leaves a row in the log. */
export const ReferralLine = Referral.pick({
  id: true,
  no: true,
  studentId: true,
  state: true,
  urgency: true,
  institutionKind: true,
  institution: true,
  department: true,
  referredAt: true,
  returnDue: true,
}).extend({ studentName: Line, className: Line.nullable(), waitingDays: z.int() })
export type ReferralLine = z.infer<typeof ReferralLine>

const about = { referralId: z.uuid(), studentId: z.uuid() }
export const referrals = {
  get: read(
    { roles: ['counselor', 'director'], others: 'reason', audited: 'referral.read', subjects: ['referral'] },
    z.object({ referralId: z.uuid() }),
    Referral,
  ),
  /** The director sees everybody's; nobody sees a word of what was written. */
  list: read(
    { roles: ['counselor', 'director'] },
    z.object({ state: z.enum(['waiting', 'all']) }),
    z.array(ReferralLine),
  ),
  refer: write(
    { roles: 'counselor', subjects: ['student'] },
    { id: z.uuid(), studentId: z.uuid(), crisisId: z.uuid().nullable(), fields: ReferralFields },
    Referral,
  ),
  update: write(
    { roles: 'counselor', others: 'never', subjects: ['referral'] },
    { ...about, fields: ReferralFields.partial() },
    Referral,
  ),
  recordReturn: write(
    { roles: 'counselor', others: 'reason', subjects: ['referral'] },
    { ...about, slip: ReturnSlip },
    Referral,
  ),
  withdraw: write(
    { roles: 'counselor', others: 'never', subjects: ['referral'] },
    { ...about, reason: Line.min(1) },
    Referral,
  ),
}
