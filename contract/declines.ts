import { z } from 'zod'
import { DECLINE_CAUSES } from '#contract/entry-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Instant, Line, LocalTime, Prose } from '#contract/times'

/** 暂不愿意来 (S17): counseling is for whoever wants it. It stands until the student wants to come, or comes. */
export const DeclineFields = z.object({
  onDay: CalendarDate,
  askedBecause: z.enum(DECLINE_CAUSES),
  /** What the student said. */
  words: Prose.max(2000),
  /** Only where it was agreed with the student. */
  askAgainOn: CalendarDate.nullable(),
})
export type DeclineFields = z.infer<typeof DeclineFields>
export const Decline = DeclineFields.extend({
  id: z.uuid(),
  studentId: z.uuid(),
  by: Line,
  at: Instant,
  endedAt: Instant.nullable(),
  endedBy: Line.nullable(),
})
export type Decline = z.infer<typeof Decline>

/** Somebody who agreed to be asked again, on a day that has come. */
export const AskAgain = z.object({
  id: z.uuid(),
  studentId: z.uuid(),
  studentName: Line,
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  askAgainOn: CalendarDate,
})
export type AskAgain = z.infer<typeof AskAgain>

/** A visit that the student is booked for and would not come to. */
export const BookedVisit = z.object({ visitId: z.uuid(), bookedFor: LocalTime, place: Line, receiverName: Line })
export type BookedVisit = z.infer<typeof BookedVisit>

const about = { declineId: z.uuid(), studentId: z.uuid() }
const own = { roles: 'counselor', others: 'never', subjects: ['decline'] } as const
export const declines = {
  get: read(
    { roles: ['counselor', 'director'], others: 'reason', audited: 'decline.read', subjects: ['decline'] },
    z.object({ declineId: z.uuid() }),
    Decline,
  ),
  /** The longest waiting first; colleagues' students are left out. */
  again: read({ roles: ['counselor', 'director'] }, z.object({}), z.array(AskAgain)),
  /** What is booked from today on, soonest first; in an open crisis nothing that a decline could cancel. */
  booked: read(
    { roles: 'counselor', subjects: ['student'] },
    z.object({ studentId: z.uuid() }),
    z.object({ isInCrisis: z.boolean(), visits: z.array(BookedVisit) }),
  ),
  /**
   * Takes the student off the waiting list and answers open requests, but for those of a crisis; `cancels` are visits of `booked`
   * that go with it. `conflict`: `stands-already` for a second one while the first stands; `not-booked` or `in-crisis` when a visit
   * cannot be cancelled any more. While it stands, a new request or a place on the waiting list is a `conflict` `declined`.
   */
  record: write(
    { roles: 'counselor', others: 'reason', subjects: ['student'] },
    { id: z.uuid(), studentId: z.uuid(), fields: DeclineFields, cancels: z.array(z.uuid()).max(500).default([]) },
    Decline,
  ),
  update: write(own, { ...about, fields: DeclineFields.partial() }, Decline),
  /** 愿意来了. */
  end: write({ ...own, others: 'reason' }, about, Decline),
  remove: write(own, { ...about, reason: Line.min(1) }, Done),
}
