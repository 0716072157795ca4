import { z } from 'zod'
import { CHANNELS, PROBLEMS, SOURCES, VISIT_STATES, VISITORS } from '#contract/code-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Line, LocalTime, Prose } from '#contract/times'

/** 来访登记 (domain.md §2.1, F01/F02). */
export const VisitFields = z.object({
  channel: z.enum(CHANNELS),
  source: z.enum(SOURCES),
  visitor: z.enum(VISITORS),
  primaryProblem: z.enum(PROBLEMS).nullable(),
  otherProblems: z.array(z.enum(PROBLEMS)).max(10),
  place: Line,
  /** The account that receives. */
  receiverId: z.uuid(),
  /** Why they come, in their words; one or two lines. */
  request: Prose.max(1000),
  /** Booked for; null for a walk-in. */
  bookedFor: LocalTime.nullable(),
  arrivedAt: LocalTime.nullable(),
  endedAt: LocalTime.nullable(),
  /** 异性咨询: door or window open (000-M 9); null when the rule does not apply. */
  doorOpen: z.boolean().nullable(),
})
export type VisitFields = z.infer<typeof VisitFields>

export const Visit = VisitFields.extend({
  id: z.uuid(),
  studentId: z.uuid(),
  caseId: z.uuid(),
  /** Number within the term, e.g. 2026秋-0131. */
  no: Line,
  /** Which visit of this student it is, from 1. */
  ordinal: z.int(),
  state: z.enum(VISIT_STATES),
  receiverName: Line,
  minutes: z.int().nullable(),
  noteState: z.enum(['none', 'draft', 'signed']),
})
export type Visit = z.infer<typeof Visit>

/** One line on Today. */
export const VisitLine = Visit.extend({
  studentName: Line,
  studentKind: Line,
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  noticeGiven: z.boolean(),
  noteSavedAt: z.string().nullable(),
})
export type VisitLine = z.infer<typeof VisitLine>

/**
 * Anybody at work here registers, moves and ends visits. Why somebody comes (`request`, the problems, the risk) is blank for the
 * duty desk and for visits of somebody else's case, and is left as it was when they change one.
 */
export const visits = {
  get: read(
    { roles: ['counselor', 'director'], others: 'reason', subjects: ['visit'] },
    z.object({ visitId: z.uuid() }),
    Visit,
  ),
  /** Visits of one day, booked and arrived, by time. */
  listByDay: read({ roles: ['counselor', 'director', 'duty'] }, z.object({ day: CalendarDate }), z.array(VisitLine)),
  /** One's own visits that have ended, or begun on an earlier day, and have no signed note. Oldest first. */
  listUnfinished: read({ roles: 'counselor' }, z.object({}), z.array(VisitLine)),
  /** The next booking of this student from now on. */
  nextBooked: read({ roles: ['counselor', 'director', 'duty'] }, z.object({ studentId: z.uuid() }), Visit.nullable()),
  /**
   * A walk-in has `arrivedAt`, a booking has `bookedFor` and is held to the rules of `appointments.book`. Opens a case when the
   * student has none.
   */
  register: write(
    { roles: ['counselor', 'duty'], subjects: ['student'] },
    { id: z.uuid(), studentId: z.uuid(), fields: VisitFields, overReason: Line.optional() },
    Visit,
  ),
  /**
   * Who receives is said by the case’s counselor and whoever receives; by a director until something is written, by the desk
   * until the visit begins. `forbidden`/`not-yours`.
   */
  update: write(
    { roles: ['counselor', 'duty'], subjects: ['visit'] },
    { visitId: z.uuid(), studentId: z.uuid(), fields: VisitFields.partial() },
    Visit,
  ),
  arrive: write(
    { roles: ['counselor', 'duty'], subjects: ['visit'] },
    { visitId: z.uuid(), studentId: z.uuid(), at: LocalTime },
    Visit,
  ),
  end: write(
    { roles: ['counselor', 'duty'], subjects: ['visit'] },
    { visitId: z.uuid(), studentId: z.uuid(), at: LocalTime },
    Visit,
  ),
  /** A booking that did not happen. */
  cancel: write(
    { roles: ['counselor', 'duty'], subjects: ['visit'] },
    { visitId: z.uuid(), studentId: z.uuid(), state: z.enum(['no-show', 'cancelled']), reason: Line },
    Visit,
  ),
}
