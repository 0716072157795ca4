import { z } from 'zod'
import { URGENCIES } from '#contract/code-tables'
import { OBSERVATION_OUTCOMES, OBSERVATION_SIGNS, OBSERVATION_STATES, REPORTERS } from '#contract/contact-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Instant, Line, LocalTime, Prose } from '#contract/times'

/** 班级心理动态报告表 (S45, F50): a paper form that a teacher hands in. */
export const ObservationFields = z.object({
  observedOn: CalendarDate,
  reporter: Line.min(1),
  reporterRole: z.enum(REPORTERS),
  signs: z.array(z.enum(OBSERVATION_SIGNS)).max(OBSERVATION_SIGNS.length),
  text: Prose.max(4000),
  urgency: z.enum(URGENCIES),
  /** What the teacher has done so far. */
  doneAlready: Prose.max(2000),
})
export type ObservationFields = z.infer<typeof ObservationFields>

/** What a list shows, without a word of what was seen. */
export const ObservationLine = ObservationFields.pick({
  observedOn: true,
  reporter: true,
  reporterRole: true,
  urgency: true,
}).extend({
  id: z.uuid(),
  no: Line,
  studentId: z.uuid(),
  studentName: Line,
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  state: z.enum(OBSERVATION_STATES),
  outcome: z.enum(OBSERVATION_OUTCOMES).nullable(),
  days: z.int(),
  isOpen: z.boolean(),
})
export type ObservationLine = z.infer<typeof ObservationLine>
export const Observation = ObservationFields.extend({
  id: z.uuid(),
  no: Line,
  studentId: z.uuid(),
  state: z.enum(OBSERVATION_STATES),
  outcome: z.enum(OBSERVATION_OUTCOMES).nullable(),
  outcomeNote: Prose,
  outcomeAt: LocalTime.nullable(),
  visitId: z.uuid().nullable(),
  enteredBy: Line,
  enteredAt: Instant,
})
export type Observation = z.infer<typeof Observation>

const about = { observationId: z.uuid(), studentId: z.uuid() }
export const observations = {
  /** Most urgent first, then longest. */
  list: read(
    { roles: ['counselor', 'director', 'duty'] },
    z.object({ state: z.enum(['open', 'all']) }),
    z.array(ObservationLine),
  ),
  get: read(
    { roles: ['counselor', 'director'], others: 'reason', audited: 'observation.read', subjects: ['observation'] },
    z.object({ observationId: z.uuid() }),
    Observation,
  ),
  register: write(
    { roles: ['counselor', 'duty'], subjects: ['student'] },
    { id: z.uuid(), studentId: z.uuid(), fields: ObservationFields },
    ObservationLine,
  ),
  update: write(
    { roles: 'counselor', others: 'never', subjects: ['observation'] },
    { ...about, fields: ObservationFields.partial() },
    Observation,
  ),
  /** What came of it. It can be said again. */
  settle: write(
    { roles: 'counselor', others: 'never', subjects: ['observation'] },
    { ...about, outcome: z.enum(OBSERVATION_OUTCOMES), note: Prose.max(2000), bookingId: z.uuid().nullable() },
    Observation,
  ),
  remove: write(
    { roles: 'counselor', others: 'never', subjects: ['observation'] },
    { ...about, reason: Line.min(1) },
    Done,
  ),
}
