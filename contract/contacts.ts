import { z } from 'zod'
import {
  CONTACT_DIRECTIONS,
  CONTACT_DUES,
  CONTACT_KINDS,
  CONTACT_OUTCOMES,
  CONTACT_WAYS,
  EXCEPTION_GROUNDS,
  MAY_KNOW,
  RELATIONS,
  TOLD_TOPICS,
} from '#contract/contact-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, ClockTime, Done, Instant, Line, LocalTime, Prose } from '#contract/times'

/** 重要他人: somebody around a student, and what was agreed with the student that this person may know (S39). */
export const PersonFields = z.object({
  name: Line.min(1),
  relation: z.enum(RELATIONS).exclude(['student']),
  phone: Line,
  /** Empty while nothing is agreed: then nothing may be told. */
  mayKnow: z.array(z.enum(MAY_KNOW)).max(MAY_KNOW.length),
  note: Prose.max(1000),
})
export type PersonFields = z.infer<typeof PersonFields>
export const SupportPerson = PersonFields.extend({
  id: z.uuid(),
  studentId: z.uuid(),
  /** By the counselor of the case; unconfirmed numbers stand on no paper (S57). */
  confirmedAt: Instant.nullable(),
  confirmedBy: Line.nullable(),
  enteredAt: Instant,
})
export type SupportPerson = z.infer<typeof SupportPerson>
/** Somebody whom the student's own sheet names and who is not among the persons yet. */
export const KnownPerson = PersonFields.pick({ name: true, relation: true, phone: true })
export type KnownPerson = z.infer<typeof KnownPerson>

/** 联系记录 (S15, S37, S39, S49; domain.md §2.9): a call, a message, a talk. */
export const ContactFields = z.object({
  kind: z.enum(CONTACT_KINDS),
  at: LocalTime,
  minutes: z.int().min(0).max(600).nullable(),
  direction: z.enum(CONTACT_DIRECTIONS),
  way: z.enum(CONTACT_WAYS),
  outcome: z.enum(CONTACT_OUTCOMES),
  /** One of the student's persons; null for anybody else. */
  personId: z.uuid().nullable(),
  name: Line,
  relation: z.enum(RELATIONS),
  summary: Prose.max(4000),
  toldTopics: z.array(z.enum(TOLD_TOPICS)).max(TOLD_TOPICS.length),
  told: Prose.max(4000),
  /** Asked for when more was told than was agreed. */
  exceptionGround: z.enum(EXCEPTION_GROUNDS).nullable(),
  /** What they said to it. */
  answer: Prose.max(4000),
  agreed: Prose.max(2000),
  /** They wait for an answer. */
  awaitsReply: z.boolean(),
  /** Null: by the school's rule. Later than the rule needs a reason. */
  replyDue: LocalTime.nullable(),
  dueReason: Line,
  nextOn: CalendarDate.nullable(),
  nextTopic: Line,
  /** S49: when the student left the room, and with whom. */
  leftAt: LocalTime.nullable(),
  collectedBy: Line,
})
export type ContactFields = z.infer<typeof ContactFields>

/** What a list shows, without a word of what was said. */
export const ContactLine = ContactFields.pick({
  kind: true,
  at: true,
  direction: true,
  way: true,
  outcome: true,
  name: true,
  relation: true,
  replyDue: true,
  nextOn: true,
}).extend({
  id: z.uuid(),
  /** Null while nobody knows whom it is about. */
  studentId: z.uuid().nullable(),
  studentName: Line.nullable(),
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  repliedAt: LocalTime.nullable(),
  passedTo: z.object({ id: z.uuid(), name: Line }).nullable(),
  enteredBy: z.object({ id: z.uuid(), name: Line }),
  /** Whether it can be opened without a reason. */
  isOpen: z.boolean(),
})
export type ContactLine = z.infer<typeof ContactLine>
export const Contact = ContactFields.omit({ awaitsReply: true }).extend({
  id: z.uuid(),
  studentId: z.uuid().nullable(),
  repliedAt: LocalTime.nullable(),
  repliedBy: Line.nullable(),
  passedTo: z.object({ id: z.uuid(), name: Line }).nullable(),
  enteredBy: z.object({ id: z.uuid(), name: Line }),
  enteredAt: Instant,
})
export type Contact = z.infer<typeof Contact>

/** A call that is to be made: somebody waits, it was agreed, or the school's rules ask for it. */
export const ContactDue = z.object({
  why: z.enum(CONTACT_DUES),
  /** The contact that waits; null where there is none yet. */
  contactId: z.uuid().nullable(),
  visitId: z.uuid().nullable(),
  studentId: z.uuid().nullable(),
  studentName: Line.nullable(),
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  name: Line,
  relation: z.enum(RELATIONS).nullable(),
  dueAt: LocalTime,
  isOverdue: z.boolean(),
  /** What was to be talked about; blank for the desk and in a colleague's case. */
  topic: Line,
  passedTo: z.object({ id: z.uuid(), name: Line }).nullable(),
})
export type ContactDue = z.infer<typeof ContactDue>

export const ContactRulesFields = z.object({
  enquiryHours: z.int().min(1).max(240),
  afterVisitHours: z.int().min(1).max(240),
  peakHours: z.int().min(1).max(240),
  isPeak: z.boolean(),
  letterDays: z.int().min(1).max(30),
  asksArrival: z.boolean(),
  arrivalRank: z.int().min(1).max(9),
  arrivalFrom: ClockTime,
  asksFirstParent: z.boolean(),
  asksFeedback: z.boolean(),
})

/** One line of the three after a first session: student, then teacher, then parent (S37). */
const FeedbackLine = z.object({
  id: z.uuid(),
  relation: z.enum(['student', 'class-teacher', 'guardian']),
  outcome: z.enum(CONTACT_OUTCOMES),
  note: Prose.max(2000),
})
export type FeedbackLine = z.infer<typeof FeedbackLine>

const atWork = ['counselor', 'director', 'duty'] as const
const counsels = ['counselor', 'director'] as const
const receives = ['counselor', 'duty'] as const
/** `studentId` is null for a contact that is about nobody yet. */
const about = { contactId: z.uuid(), studentId: z.uuid().nullable() }
const person = { personId: z.uuid(), studentId: z.uuid() }

/**
 * Anybody at work here registers a call. Telling others about a student is for the counselor of the case: `forbidden`/`not-yours`,
 * the desk `invalid`/`desk-tells-nothing`. `invalid`: `no-topic`, `beyond-agreed` (a ground is missing), `later-than-rule` (a reason
 * is missing).
 */
export const contacts = {
  persons: read(
    { roles: counsels, others: 'reason', subjects: ['student'] },
    z.object({ studentId: z.uuid() }),
    z.object({ persons: z.array(SupportPerson), known: z.array(KnownPerson) }),
  ),
  addPerson: write(
    { roles: 'counselor', others: 'never', subjects: ['student'] },
    { id: z.uuid(), studentId: z.uuid(), fields: PersonFields, isConfirmed: z.boolean() },
    SupportPerson,
  ),
  changePerson: write(
    { roles: 'counselor', others: 'never', subjects: ['person'] },
    { ...person, fields: PersonFields, isConfirmed: z.boolean() },
    SupportPerson,
  ),
  removePerson: write(
    { roles: 'counselor', others: 'never', subjects: ['person'] },
    { ...person, reason: Line.min(1) },
    Done,
  ),
  /** The guardians and the class teacher of the student's sheet, unconfirmed and with nothing agreed. */
  bringIn: write(
    { roles: 'counselor', others: 'never', subjects: ['student'] },
    { studentId: z.uuid() },
    z.object({ added: z.int() }),
  ),
  listByStudent: read(
    { roles: counsels, others: 'reason', audited: 'contact.read', subjects: ['student'] },
    z.object({ studentId: z.uuid() }),
    z.array(Contact),
  ),
  get: read(
    { roles: counsels, others: 'reason', audited: 'contact.read', subjects: ['contact'] },
    z.object({ contactId: z.uuid() }),
    Contact,
  ),
  /** Everybody's, newest first. At most 92 days. */
  list: read({ roles: atWork }, z.object({ from: CalendarDate, to: CalendarDate }), z.array(ContactLine)),
  /** Most overdue first. A call that was passed on is the colleague's. */
  due: read({ roles: atWork }, z.object({}), z.array(ContactDue)),
  /** `answersId`: the contact that is answered by this one. */
  record: write(
    { roles: receives },
    {
      id: z.uuid(),
      studentId: z.uuid().nullable(),
      answersId: z.uuid().nullable(),
      fields: ContactFields,
    },
    ContactLine,
  ),
  update: write(
    { roles: 'counselor', others: 'never', subjects: ['contact'] },
    { ...about, fields: ContactFields },
    ContactLine,
  ),
  /** Answered, or not needed any more, without a contact of its own. */
  settle: write({ roles: receives, subjects: ['contact'] }, { ...about, at: LocalTime }, ContactLine),
  passOn: write({ roles: receives, subjects: ['contact'] }, { ...about, toId: z.uuid() }, ContactLine),
  /** Now it is known whom it is about. */
  assign: write({ roles: receives, subjects: ['contact'] }, { ...about, toStudentId: z.uuid() }, ContactLine),
  remove: write(
    { roles: 'counselor', others: 'never', subjects: ['contact'] },
    { ...about, reason: Line.min(1) },
    Done,
  ),
  recordFeedback: write(
    { roles: 'counselor', others: 'never', subjects: ['student'] },
    { studentId: z.uuid(), at: LocalTime, lines: z.array(FeedbackLine).min(1).max(3) },
    Done,
  ),
  rules: read({ roles: atWork }, z.object({}), ContactRulesFields),
  saveRules: write({ roles: counsels }, { rules: ContactRulesFields }, Done),
}
