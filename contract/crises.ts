import { z } from 'zod'
import { CRISIS_OUTCOMES, CRISIS_STATES, CRISIS_STEPS } from '#contract/code-tables'
import { read, write } from '#contract/procedure'
import { Instant, Line, LocalTime, Prose } from '#contract/times'

/** One stamped step or one written line on the crisis card. A correction strikes out, it never deletes. */
export const CrisisEntry = z.object({
  id: z.uuid(),
  step: z.enum(CRISIS_STEPS).nullable(),
  text: Prose.max(2000),
  at: LocalTime,
  by: Line,
  enteredAt: Instant,
  struckAt: Instant.nullable(),
  struckReason: Line.nullable(),
})
export type CrisisEntry = z.infer<typeof CrisisEntry>

/** 危机报告 (domain.md §2.5, §2.6; F21). */
export const CrisisFields = z.object({
  reporter: Line,
  place: Line,
  foundHow: Line,
  signs: Prose.max(4000),
  rank: z.int().min(0).max(9).nullable(),
  rankReason: Prose.max(2000),
  guardianAnswer: Prose.max(2000),
  reportedTo: Prose.max(1000),
  counselorOpinion: Prose.max(4000),
})
export const Crisis = CrisisFields.extend({
  id: z.uuid(),
  no: Line,
  studentId: z.uuid(),
  state: z.enum(CRISIS_STATES),
  openedAt: LocalTime,
  openedBy: Line,
  closedAt: LocalTime.nullable(),
  outcome: z.enum(CRISIS_OUTCOMES).nullable(),
  closeNote: Prose,
  entries: z.array(CrisisEntry),
})
export type Crisis = z.infer<typeof Crisis>
export type CrisisFields = z.infer<typeof CrisisFields>

/** What a list shows. What was written is read one by one: that leaves a row in the log. */
export const CrisisLine = Crisis.pick({
  id: true,
  no: true,
  studentId: true,
  state: true,
  rank: true,
  openedAt: true,
  closedAt: true,
  outcome: true,
}).extend({
  studentName: Line,
  className: Line.nullable(),
  stepsDone: z.array(z.enum(CRISIS_STEPS)),
  lastEntryAt: LocalTime.nullable(),
})
export type CrisisLine = z.infer<typeof CrisisLine>

const about = { crisisId: z.uuid(), studentId: z.uuid() }
export const crises = {
  get: read(
    { roles: ['counselor', 'director'], audited: 'crisis.read', subjects: ['crisis'] },
    z.object({ crisisId: z.uuid() }),
    Crisis,
  ),
  list: read({ roles: ['counselor', 'director'] }, z.object({ state: z.enum(['open', 'all']) }), z.array(CrisisLine)),
  /** Never blocked by a missing form (PIPL 13(4)). Opens a case when there is none; one open crisis per student. */
  open: write(
    { roles: ['counselor', 'director', 'duty'], subjects: ['student'] },
    { id: z.uuid(), studentId: z.uuid() },
    Crisis,
  ),
  stamp: write(
    { roles: ['counselor', 'director', 'duty'], subjects: ['crisis'] },
    { ...about, id: z.uuid(), step: z.enum(CRISIS_STEPS).nullable(), text: Prose.max(2000), at: LocalTime.nullable() },
    Crisis,
  ),
  strike: write(
    { roles: ['counselor', 'director', 'duty'], subjects: ['crisis'] },
    { ...about, entryId: z.uuid(), reason: Line.min(1) },
    Crisis,
  ),
  save: write(
    { roles: ['counselor', 'director'], subjects: ['crisis'] },
    { ...about, fields: CrisisFields.partial() },
    Crisis,
  ),
  /** Refused (`conflict`/`unreported`) while `leader-told` or `guardian-reached` is missing and no reason for it is given (capabilities.md §2.13). */
  close: write(
    { roles: ['counselor', 'director'], subjects: ['crisis'] },
    { ...about, outcome: z.enum(CRISIS_OUTCOMES), closeNote: Prose.min(1), missingReason: Line },
    Crisis,
  ),
  reopen: write({ roles: ['counselor', 'director'], subjects: ['crisis'] }, { ...about, reason: Line.min(1) }, Crisis),
}
