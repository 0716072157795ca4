import { z } from 'zod'
import { AID_AGREED, AID_ANSWERS, AID_KINDS, AID_STATES, EXCEPTION_GROUNDS } from '#contract/contact-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Instant, Line, Prose } from '#contract/times'

/** 困难关怀 (S46): hard times at home. It stands in the private layer; no list, no growth record and no report names anybody by it. */
export const HardshipFields = z.object({ since: CalendarDate, note: Prose.max(1000) })
export type HardshipFields = z.infer<typeof HardshipFields>
export const Hardship = HardshipFields.extend({ endedOn: CalendarDate.nullable(), by: Line, at: Instant })
export type Hardship = z.infer<typeof Hardship>

/** 资助转介 (S46, S56): an office of the school is told just so much as it needs. Amounts of money are nobody's business here. */
export const AidFields = z.object({
  onDay: CalendarDate,
  kind: z.enum(AID_KINDS),
  office: Line.min(1),
  /** For the file alone; it stands on no paper. */
  reason: Prose.max(4000),
  /** Exactly what the office is told; the slip holds this and nothing else of the file. */
  told: Prose.min(1).max(4000),
  agreedBy: z.array(z.enum(AID_AGREED)).max(AID_AGREED.length),
  /** Asked for when nobody has agreed. */
  exceptionGround: z.enum(EXCEPTION_GROUNDS).nullable(),
  /** Null: by the school's rule. */
  answerDue: CalendarDate.nullable(),
})
export type AidFields = z.infer<typeof AidFields>
export const AidReferral = AidFields.extend({
  id: z.uuid(),
  no: Line,
  studentId: z.uuid(),
  answerDue: CalendarDate,
  state: z.enum(AID_STATES),
  answeredOn: CalendarDate.nullable(),
  outcome: Prose,
  enteredBy: Line,
  enteredAt: Instant,
})
export type AidReferral = z.infer<typeof AidReferral>

export const AidAnswer = z.object({
  state: z.enum(AID_ANSWERS),
  answeredOn: CalendarDate,
  outcome: Prose.max(2000),
  /** While the office is still at it, the day by which it will answer; else null. */
  answerDue: CalendarDate.nullable(),
})
export type AidAnswer = z.infer<typeof AidAnswer>

/** An answer that should be here by now, without a word of why it was asked for. */
export const AidDue = AidReferral.pick({ id: true, studentId: true, kind: true, office: true, answerDue: true }).extend(
  {
    studentName: Line,
    className: Line.nullable(),
    riskRank: z.int().nullable(),
  },
)
export type AidDue = z.infer<typeof AidDue>

export const AidRules = z.object({
  answerDays: z.int().min(1).max(120),
  /** Offices to choose from; any other may be written. */
  offices: z.array(Line.min(1).max(40)).max(20),
})
export type AidRules = z.infer<typeof AidRules>

/** What an office is handed: who, what for, and what it is told. */
export const AidSlip = AidReferral.pick({
  no: true,
  onDay: true,
  kind: true,
  office: true,
  told: true,
  answerDue: true,
  enteredBy: true,
}).extend({ studentName: Line, className: Line.nullable(), studentNo: Line.nullable() })
export type AidSlip = z.infer<typeof AidSlip>

const counsels = ['counselor', 'director'] as const
const about = { aidId: z.uuid(), studentId: z.uuid() }
const own = { roles: 'counselor', others: 'never', subjects: ['aid'] } as const

/** `invalid`: `nothing-told`, `no-agreement` (a ground is missing), `due-before`, `before-since`; `conflict`: `withdrawn`, `not-marked`. */
export const aid = {
  /** Newest first. */
  ofStudent: read(
    { roles: counsels, others: 'reason', audited: 'aid.read', subjects: ['student'] },
    z.object({ studentId: z.uuid() }),
    z.object({ hardship: Hardship.nullable(), referrals: z.array(AidReferral) }),
  ),
  get: read(
    { roles: counsels, others: 'reason', audited: 'aid.read', subjects: ['aid'] },
    z.object({ aidId: z.uuid() }),
    AidReferral,
  ),
  /** Marks a student, or corrects the mark; one that was ended begins again. */
  mark: write(
    { roles: 'counselor', others: 'never', subjects: ['student'] },
    { studentId: z.uuid(), fields: HardshipFields },
    Hardship,
  ),
  endMark: write(
    { roles: 'counselor', others: 'never', subjects: ['student'] },
    { studentId: z.uuid(), endedOn: CalendarDate },
    Hardship,
  ),
  refer: write(
    { roles: 'counselor', others: 'never', subjects: ['student'] },
    { id: z.uuid(), studentId: z.uuid(), fields: AidFields },
    AidReferral,
  ),
  update: write(own, { ...about, fields: AidFields }, AidReferral),
  /** What the office says. It can be said again. */
  answer: write(own, { ...about, fields: AidAnswer }, AidReferral),
  withdraw: write(own, { ...about, reason: Line.min(1) }, AidReferral),
  remove: write(own, { ...about, reason: Line.min(1) }, Done),
  /** Answers that are past their day, the longest waiting first. */
  due: read({ roles: counsels }, z.object({}), z.array(AidDue)),
  rules: read({ roles: counsels }, z.object({}), AidRules),
  saveRules: write({ roles: counsels }, { rules: AidRules }, Done),
}
