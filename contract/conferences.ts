import { z } from 'zod'
import { CONFERENCE_KINDS } from '#contract/code-tables'
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
}
