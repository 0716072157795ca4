import { z } from 'zod'
import { CONSENT_KINDS, SEXES, STUDENT_KINDS } from '#contract/code-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Instant, Line, LocalTime, Prose } from '#contract/times'

export const Guardian = z.object({ name: Line, relation: Line, phone: Line })
export type Guardian = z.infer<typeof Guardian>

/** What can be known of a student. `alias` students have a 化名 as their name and nothing that identifies them. */
export const StudentFields = z.object({
  kind: z.enum(STUDENT_KINDS),
  name: Line.min(1),
  sex: z.enum(SEXES).nullable(),
  birthDate: CalendarDate.nullable(),
  studentNo: Line.nullable(),
  nationalNo: Line.nullable(),
  ethnicity: Line.nullable(),
  gradeNo: z.int().min(1).max(16).nullable(),
  classNo: z.int().min(1).max(99).nullable(),
  /** As the school writes it: 七年级, 2024级. */
  grade: Line.nullable(),
  /** As the school writes it: 七(1)班, 软件2402. */
  className: Line.nullable(),
  entryYear: z.int().min(1990).max(2100).nullable(),
  college: Line.nullable(),
  major: Line.nullable(),
  headTeacher: Line.nullable(),
  boarding: z.boolean().nullable(),
  dormitory: Line.nullable(),
  phone: Line.nullable(),
  address: Prose.max(500).nullable(),
  note: Prose.max(2000).nullable(),
})
export type StudentFields = z.infer<typeof StudentFields>

export const Student = StudentFields.extend({
  id: z.uuid(),
  guardians: z.array(Guardian),
  leftOn: CalendarDate.nullable(),
})
export type Student = z.infer<typeof Student>

/** One line in a list or in the search box. */
export const StudentHit = Student.pick({
  id: true,
  kind: true,
  name: true,
  sex: true,
  studentNo: true,
  grade: true,
  className: true,
  college: true,
}).extend({ riskRank: z.int().nullable(), visitCount: z.int() })
export type StudentHit = z.infer<typeof StudentHit>

export const RiskMark = z.object({
  rank: z.int(),
  reason: z.string(),
  setAt: LocalTime,
  setBy: Line,
})
export type RiskMark = z.infer<typeof RiskMark>

/** What the strip above every page of a student shows. */
export const StudentHeader = z.object({
  student: Student,
  risk: RiskMark.nullable(),
  noticeOn: CalendarDate.nullable(),
  /** What holds today. */
  consents: z.array(z.object({ kind: z.string(), signer: z.string() })),
  /** Purposes that one guardian agrees to and another declines. */
  consentConflicts: z.array(z.enum(CONSENT_KINDS)),
  /** Purposes whose consent is over and was not given again. */
  consentsOver: z.array(z.enum(CONSENT_KINDS)),
  openCase: z.object({ id: z.uuid(), no: Line, openedOn: CalendarDate }).nullable(),
  /** The counselor of the open case, else of the newest one. */
  holder: z.object({ id: z.uuid(), name: Line }).nullable(),
  visitCount: z.int(),
  openCrisisId: z.uuid().nullable(),
  waitingReferrals: z.int(),
  /** Since when times are hard at home; null while they are not, and for whoever may not read the file. */
  hardSince: CalendarDate.nullable(),
  /** The student does not want to come for now (S17). */
  decline: z.object({ id: z.uuid(), onDay: CalendarDate, askAgainOn: CalendarDate.nullable() }).nullable(),
  /** A request to take the student on that nobody has answered yet. */
  openRequestId: z.uuid().nullable(),
})
export type StudentHeader = z.infer<typeof StudentHeader>

export const TIMELINE_KINDS = [
  'visit',
  'note',
  'addendum',
  'consent',
  'risk',
  'crisis',
  'referral',
  'return',
  'case',
  'assessment',
  'intake',
  'plan',
  'review',
  'stage',
  'contact',
  'conference',
  'letter',
  'observation',
  'followup',
  'growth',
  'aid',
  'acceptance',
  'decline',
] as const
/** One event of a student's way. `at` is when it happened; `enteredAt` when it was written down. */
export const TimelineItem = z.object({
  kind: z.enum(TIMELINE_KINDS),
  id: z.uuid(),
  at: LocalTime,
  endedAt: LocalTime.nullable(),
  enteredAt: Instant,
  /** A word of the closed lists that says what happened: a visit state, a crisis state, `opened`, `closed` … */
  what: Line,
  no: Line.nullable(),
  by: Line.nullable(),
  /** Short facts for the line: problem, channel, risk ranks, institution. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  /** First words of the note or the reason. */
  excerpt: z.string().nullable(),
  visitId: z.uuid().nullable(),
})
export type TimelineItem = z.infer<typeof TimelineItem>

export const students = {
  /** Name, full pinyin, initials, student number or class, in any mixture, best first. The desk sees no risk. S12, S16. */
  find: read(
    { roles: ['counselor', 'director', 'duty'] },
    z.object({ text: z.string().max(100), limit: z.int().min(1).max(50) }),
    z.array(StudentHit),
  ),
  list: read(
    { roles: ['counselor', 'director', 'duty'] },
    z.object({
      text: z.string().max(100),
      grade: Line.nullable(),
      className: Line.nullable(),
      /** Only those with at least one visit. */
      known: z.boolean(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    z.object({
      total: z.int(),
      rows: z.array(StudentHit),
      grades: z.array(z.object({ grade: z.string(), classes: z.array(z.string()) })),
    }),
  ),
  header: read({ roles: ['counselor', 'director'] }, z.object({ studentId: z.uuid() }), StudentHeader),
  timeline: read(
    { roles: ['counselor', 'director'], others: 'reason', audited: 'student.timeline-read', subjects: ['student'] },
    z.object({ studentId: z.uuid(), limit: z.int().min(1).max(500) }),
    z.object({ items: z.array(TimelineItem), total: z.int() }),
  ),
  /** Takes in a visitor who is not on the roster, or who wishes to stay anonymous. */
  add: write(
    { roles: ['counselor', 'duty'] },
    {
      id: z.uuid(),
      fields: StudentFields.partial().required({ kind: true, name: true }),
      guardians: z.array(Guardian).max(6),
    },
    Student,
  ),
  update: write(
    { roles: 'counselor', subjects: ['student'] },
    { studentId: z.uuid(), fields: StudentFields.partial(), guardians: z.array(Guardian).max(6).optional() },
    Student,
  ),
}
