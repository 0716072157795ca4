import { z } from 'zod'
import { LETTER_STATES, LETTER_WRITERS } from '#contract/contact-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Instant, Line, LocalTime, Prose } from '#contract/times'

/** 心理信箱 (S11, F28). The letter itself stays on paper; here is what it says in short. */
export const LetterFields = z.object({
  receivedOn: CalendarDate,
  writer: z.enum(LETTER_WRITERS),
  summary: Prose.max(4000),
  isRisk: z.boolean(),
  assignedTo: z.uuid().nullable(),
  /** Null: by the school's rule. */
  replyDue: CalendarDate.nullable(),
})
export type LetterFields = z.infer<typeof LetterFields>

/** What a list shows, without a word of what was written. */
export const LetterLine = LetterFields.omit({ summary: true, assignedTo: true }).extend({
  id: z.uuid(),
  no: Line,
  /** Null for an unsigned letter, or while nobody knows whose it is. */
  studentId: z.uuid().nullable(),
  studentName: Line.nullable(),
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  state: z.enum(LETTER_STATES),
  assignedTo: z.object({ id: z.uuid(), name: Line }).nullable(),
  isOverdue: z.boolean(),
  /** Whether it can be opened without a reason. */
  isOpen: z.boolean(),
})
export type LetterLine = z.infer<typeof LetterLine>
export const Letter = LetterLine.omit({ isOverdue: true, isOpen: true, riskRank: true }).extend({
  summary: Prose,
  reply: Prose,
  answeredAt: LocalTime.nullable(),
  /** When the student was told of the answer or the appointment. */
  notifiedAt: LocalTime.nullable(),
  visitId: z.uuid().nullable(),
  bookedFor: LocalTime.nullable(),
  enteredBy: Line,
  enteredAt: Instant,
})
export type Letter = z.infer<typeof Letter>

export const LetterOpening = z.object({
  day: CalendarDate,
  openedBy: Line,
  count: z.int(),
})
export type LetterOpening = z.infer<typeof LetterOpening>
export const LetterStatus = z.object({
  today: LetterOpening.nullable(),
  /** School days of the last two weeks on which nobody opened it, newest first. */
  missing: z.array(CalendarDate),
  unread: z.int(),
  overdue: z.int(),
})
export type LetterStatus = z.infer<typeof LetterStatus>

const atWork = ['counselor', 'director', 'duty'] as const
const answers = { roles: 'counselor', others: 'never', subjects: ['letter'] } as const
const receives = ['counselor', 'duty'] as const
/** `studentId` as the letter has it. */
const about = { letterId: z.uuid(), studentId: z.uuid().nullable() }
/**
 * The box is the room’s. A letter is dealt with by whoever was given it and by the counselor of the case; one of nobody’s case
 * that was given to nobody, by whoever opened the box. `forbidden`/`given`: a colleague was given it; it is taken over first, by an
 * `update` of `assignedTo` alone.
 */
export const letters = {
  /** Opened today? Which days are missing? */
  status: read({ roles: atWork }, z.object({}), LetterStatus),
  /** `open`: unread, or read and without an outcome. Risk first, then by when an answer is due. */
  list: read({ roles: atWork }, z.object({ state: z.enum(['unread', 'open', 'all']) }), z.array(LetterLine)),
  openings: read({ roles: atWork }, z.object({ from: CalendarDate, to: CalendarDate }), z.array(LetterOpening)),
  get: read(
    { roles: ['counselor', 'director'], others: 'reason', audited: 'letter.read', subjects: ['letter'] },
    z.object({ letterId: z.uuid() }),
    Letter,
  ),
  /** How many were in the box that day; none counts as well. Saying it again corrects it. */
  recordOpening: write({ roles: receives }, { day: CalendarDate, count: z.int().min(0).max(200) }, LetterStatus),
  /** The desk keeps letters for the counselor and says nothing of what is in them. */
  register: write(
    { roles: receives },
    { id: z.uuid(), studentId: z.uuid().nullable(), fields: LetterFields },
    LetterLine,
  ),
  /** Whoever reads it, writes in short what it says. `toStudentId`: it is known now whose it is. */
  update: write(answers, { ...about, toStudentId: z.uuid().nullable(), fields: LetterFields.partial() }, Letter),
  answer: write(answers, { ...about, reply: Prose.min(1).max(8000), at: LocalTime }, Letter),
  /** It has led to an appointment, a request to take the student on or a crisis, or needs nothing more. */
  settle: write(
    answers,
    { ...about, state: z.enum(['booked', 'requested', 'crisis', 'filed']), bookingId: z.uuid().nullable() },
    Letter,
  ),
  notify: write(answers, { ...about, at: LocalTime }, Letter),
  remove: write(answers, { ...about, reason: Line.min(1) }, Done),
}
