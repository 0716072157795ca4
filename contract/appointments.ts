import { z } from 'zod'
import { CHANNELS, FINDINGS, PROBLEMS, VISIT_STATES } from '#contract/code-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Instant, Line, LocalTime } from '#contract/times'
import { Visit, VisitFields } from '#contract/visits'

/**
 * An appointment is a visit in state `booked` (later `arrived`, `ended`, `no-show`, `cancelled`) with the end that was planned.
 * Lists show walk-ins as well: they take time. Why somebody comes (`primaryProblem`, `overReason`, the risk) is blank for the duty
 * desk and for cases that are not open to whoever looks.
 */
export const AppointmentLine = z.object({
  visitId: z.uuid(),
  studentId: z.uuid(),
  caseId: z.uuid(),
  no: Line,
  /** Which visit of this student it is, from 1. */
  ordinal: z.int(),
  studentName: Line,
  studentKind: Line,
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  state: z.enum(VISIT_STATES),
  channel: z.enum(CHANNELS),
  place: Line,
  receiverId: z.uuid(),
  receiverName: Line,
  /** Booked for, else arrived at. */
  from: LocalTime,
  /** Planned end; of a walk-in the real one, else an ordinary session later. */
  until: LocalTime,
  bookedFor: LocalTime.nullable(),
  arrivedAt: LocalTime.nullable(),
  endedAt: LocalTime.nullable(),
  seriesId: z.uuid().nullable(),
  overReason: Line,
  confirmedAt: Instant.nullable(),
  /** Of this student in this term, this one included. */
  noShows: z.int(),
  /** Has never come before. */
  isFirst: z.boolean(),
  noticeGiven: z.boolean(),
  primaryProblem: z.enum(PROBLEMS).nullable(),
  /** Whether the page behind it opens without a reason. */
  isOpen: z.boolean(),
  noteState: z.enum(['none', 'draft', 'signed']),
})
export type AppointmentLine = z.infer<typeof AppointmentLine>

/**
 * `refuses`: cannot be booked so. `asks`: only with a reason, kept with the appointment. `tells`: just said. While the student's
 * crisis is open everything only tells.
 */
export const FINDING_WEIGHTS = ['refuses', 'asks', 'tells'] as const
export const Finding = z.object({
  kind: z.enum(FINDINGS),
  weight: z.enum(FINDING_WEIGHTS),
  /** The other appointment, busy time or closed day; a name only where who looks may know it. */
  name: Line.nullable(),
  from: LocalTime.nullable(),
  until: LocalTime.nullable(),
  /** The limit that is passed: minutes, a time of day, a count. */
  limit: Line.nullable(),
})
export type Finding = z.infer<typeof Finding>

export const Slot = z.object({ from: LocalTime, until: LocalTime })
export type Slot = z.infer<typeof Slot>
const Skipped = z.object({ day: CalendarDate, reason: z.enum(FINDINGS) })

/** Two pupils who must not meet at the door, e.g. of one incident. */
export const Apart = z.object({
  id: z.uuid(),
  otherId: z.uuid(),
  otherName: Line,
  otherClass: Line.nullable(),
  reason: Line,
  at: Instant,
  byName: Line,
})
export type Apart = z.infer<typeof Apart>

const atWork = ['counselor', 'director', 'duty'] as const
const counsels = ['counselor', 'director'] as const
const receives = ['counselor', 'duty'] as const
const about = { visitId: z.uuid(), studentId: z.uuid() }
const range = z.object({ from: CalendarDate, to: CalendarDate })

export const appointments = {
  /** All states, by time. At most 200 days. */
  list: read({ roles: atWork }, range, z.array(AppointmentLine)),
  /** What speaks against a time, before it is booked. `visitId`: the one that is being moved. */
  check: read(
    { roles: atWork },
    z.object({
      visitId: z.uuid().nullable(),
      studentId: z.uuid().nullable(),
      receiverId: z.uuid(),
      place: Line,
      from: LocalTime,
      until: LocalTime,
    }),
    z.array(Finding),
  ),
  /** Times that nothing speaks against, soonest first. */
  freeSlots: read(
    { roles: atWork },
    z.object({
      studentId: z.uuid().nullable(),
      receiverId: z.uuid(),
      place: Line,
      fromDay: CalendarDate,
      days: z.int().min(1).max(60),
      minutes: z.int().min(10).max(180),
      limit: z.int().min(1).max(50),
    }),
    z.array(Slot),
  ),
  /**
   * Refused with `conflict` and the finding's kind as reason; `conflict` `reason-needed` when `overReason` is missing. Of a
   * repeat the first must be possible; later ones that are not are left out and named.
   */
  book: write(
    { roles: receives, subjects: ['student'] },
    {
      id: z.uuid(),
      studentId: z.uuid(),
      fields: VisitFields,
      until: LocalTime,
      overReason: Line,
      repeat: z.object({ everyWeeks: z.int().min(1).max(4), times: z.int().min(2).max(20) }).nullable(),
      waitId: z.uuid().nullable(),
    },
    z.object({
      visit: Visit,
      booked: z.array(z.object({ visitId: z.uuid(), day: CalendarDate })),
      skipped: z.array(Skipped),
    }),
  ),
  /** Another time, length, room or receiver of a booking; `following`: the later ones of its series go along by as much. */
  move: write(
    { roles: receives, subjects: ['visit'] },
    {
      ...about,
      from: LocalTime,
      until: LocalTime,
      receiverId: z.uuid().optional(),
      place: Line.optional(),
      overReason: Line,
      scope: z.enum(['one', 'following']),
    },
    z.object({ visit: Visit, moved: z.int(), skipped: z.array(Skipped) }),
  ),
  /** Whether they said on the day before that they come. */
  confirm: write({ roles: receives, subjects: ['visit'] }, { ...about, confirmed: z.boolean() }, Done),
  /** This and the later bookings of its series. */
  cancelFollowing: write(
    { roles: receives, subjects: ['visit'] },
    { ...about, reason: Line },
    z.object({ cancelled: z.int() }),
  ),
  /** Bookings up to the next day the room is open that are not confirmed yet; whose, the rules say. */
  toConfirm: read({ roles: atWork }, z.object({}), z.array(AppointmentLine)),
  /** One's own bookings of a day, each with the next free time after that day (今天不便接待, S26). */
  dayToMove: read(
    { roles: 'counselor' },
    z.object({ day: CalendarDate }),
    z.array(z.object({ line: AppointmentLine, proposed: Slot.nullable() })),
  ),
  /** All or nothing. Why the day is moved is not kept. */
  moveDay: write(
    { roles: 'counselor' },
    {
      day: CalendarDate,
      moves: z
        .array(z.object({ ...about, from: LocalTime, until: LocalTime, overReason: Line }))
        .min(1)
        .max(40),
    },
    z.object({ moved: z.int() }),
  ),
  apartOf: read(
    { roles: counsels, others: 'reason', subjects: ['student'] },
    z.object({ studentId: z.uuid() }),
    z.array(Apart),
  ),
  /** Whoever knows that two had better not meet says so, in a colleague's case with a reason. */
  markApart: write(
    { roles: counsels, subjects: ['student'], others: 'reason' },
    { id: z.uuid(), studentId: z.uuid(), otherId: z.uuid(), reason: Line.min(1) },
    z.array(Apart),
  ),
  endApart: write(
    { roles: counsels, subjects: ['student'], others: 'never' },
    { apartId: z.uuid(), studentId: z.uuid() },
    z.array(Apart),
  ),
}
