import { z } from 'zod'
import { CONFERENCE_DUES, CONFERENCE_KINDS, MONTH_CHOICES } from '#contract/contact-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Instant, Line, LocalTime, Prose } from '#contract/times'

/** 家长交流会, 会谈前交流, 个案研讨 (S40–S42; F15, F16). */
export const ConferenceFields = z.object({
  kind: z.enum(CONFERENCE_KINDS),
  at: LocalTime,
  minutes: z.int().min(0).max(600).nullable(),
  place: Line,
  attendees: z.array(z.object({ name: Line.min(1), role: Line })).max(20),
  /** What it is held for; in a discussion, the questions. */
  aims: Prose.max(4000),
  atHome: Prose.max(4000),
  atSchool: Prose.max(4000),
  course: Prose.max(6000),
  effect: Prose.max(4000),
  /** In a discussion, the advice. */
  agreed: Prose.max(4000),
  /** For the file alone; on no copy that leaves the room. */
  inside: Prose.max(4000),
  nextOn: CalendarDate.nullable(),
})
export type ConferenceFields = z.infer<typeof ConferenceFields>
export const Conference = ConferenceFields.extend({
  id: z.uuid(),
  no: Line,
  studentId: z.uuid(),
  caseId: z.uuid(),
  caseNo: Line,
  enteredBy: Line,
  enteredAt: Instant,
})
export type Conference = z.infer<typeof Conference>

/** One open case when the month is looked through (S40). */
export const MonthLine = z.object({
  caseId: z.uuid(),
  caseNo: Line,
  studentId: z.uuid(),
  studentName: Line,
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  inCrisis: z.boolean(),
  /** The last talk with the parents, ever; `isHeld`: it was this month. */
  lastOn: CalendarDate.nullable(),
  isHeld: z.boolean(),
  choice: z.enum(MONTH_CHOICES).nullable(),
  why: Line,
})
export type MonthLine = z.infer<typeof MonthLine>

/** A talk that is still to be held: by the end of the month, or before a first session (S41). */
export const ConferenceDue = z.object({
  kind: z.enum(CONFERENCE_DUES),
  caseId: z.uuid(),
  caseNo: Line,
  studentId: z.uuid(),
  studentName: Line,
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  dueOn: CalendarDate,
  /** The first session with the new counselor. */
  sessionAt: LocalTime.nullable(),
})
export type ConferenceDue = z.infer<typeof ConferenceDue>

export const ConferenceRules = z.object({
  asksMonthly: z.boolean(),
  /** On which a talk with parents is usually held; 0 is Sunday. A hint, no bar. */
  weekdays: z.array(z.int().min(0).max(6)).max(7),
  asksBriefing: z.boolean(),
  /** So many days before the first session. */
  briefingDays: z.int().min(0).max(30),
})
export type ConferenceRules = z.infer<typeof ConferenceRules>

const counsels = ['counselor', 'director'] as const
const about = { conferenceId: z.uuid(), studentId: z.uuid() }
export const conferences = {
  /** Newest first. */
  listByCase: read(
    { roles: ['counselor', 'director'], others: 'reason', audited: 'conference.read', subjects: ['case'] },
    z.object({ caseId: z.uuid() }),
    z.array(Conference),
  ),
  record: write(
    { roles: 'counselor', others: 'never', subjects: ['case'] },
    { id: z.uuid(), caseId: z.uuid(), studentId: z.uuid(), fields: ConferenceFields },
    Conference,
  ),
  update: write(
    { roles: 'counselor', others: 'never', subjects: ['conference'] },
    { ...about, fields: ConferenceFields },
    Conference,
  ),
  remove: write(
    { roles: 'counselor', others: 'never', subjects: ['conference'] },
    { ...about, reason: Line.min(1) },
    Done,
  ),
  /** One's own open cases in this month; without lines where it is not asked: outside the terms, or by the school's rule. */
  month: read(
    { roles: counsels },
    z.object({}),
    z.object({ month: z.string(), undecided: z.int(), lines: z.array(MonthLine) }),
  ),
  /** For this month; chosen anew it takes the place of what was chosen before. */
  choose: write(
    { roles: 'counselor', others: 'never', subjects: ['case'] },
    { caseId: z.uuid(), studentId: z.uuid(), choice: z.enum(MONTH_CHOICES), why: Line },
    Done,
  ),
  due: read({ roles: counsels }, z.object({}), z.array(ConferenceDue)),
  rules: read({ roles: counsels }, z.object({}), ConferenceRules),
  saveRules: write({ roles: counsels }, { rules: ConferenceRules }, Done),
}
