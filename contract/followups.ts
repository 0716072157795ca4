import { z } from 'zod'
import {
  FOLLOWUP_BASES,
  FOLLOWUP_CAUSES,
  FOLLOWUP_OUTCOMES,
  FOLLOWUP_STATES,
  FOLLOWUP_WAYS,
} from '#contract/case-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Line, LocalTime, Prose } from '#contract/times'

/** So many days after the cause. */
const Step = z.int().min(1).max(400)

/** The ladders of a school (S35): after what, and on which days. */
export const FollowupRules = z.object({
  ladders: z
    .array(z.object({ cause: z.enum(FOLLOWUP_CAUSES), name: Line.max(40), days: z.array(Step).min(1).max(40) }))
    .max(20),
})
export type FollowupRules = z.infer<typeof FollowupRules>

export const Followup = z.object({
  id: z.uuid(),
  studentId: z.uuid(),
  caseId: z.uuid(),
  cause: z.enum(FOLLOWUP_CAUSES),
  step: z.int(),
  basis: z.enum(FOLLOWUP_BASES),
  dueOn: CalendarDate,
  state: z.enum(FOLLOWUP_STATES),
  doneAt: LocalTime.nullable(),
  way: z.enum(FOLLOWUP_WAYS).nullable(),
  text: Prose,
  outcome: z.enum(FOLLOWUP_OUTCOMES).nullable(),
  droppedReason: Line,
  owner: Line,
  by: Line.nullable(),
})
export type Followup = z.infer<typeof Followup>

/** One line of what is due, without a word of what was said. */
export const DueFollowup = Followup.pick({
  id: true,
  studentId: true,
  caseId: true,
  cause: true,
  step: true,
  dueOn: true,
  owner: true,
}).extend({ ownerId: z.uuid(), studentName: Line, className: Line.nullable(), riskRank: z.int().nullable() })
export type DueFollowup = z.infer<typeof DueFollowup>

export const FollowupDone = z.object({
  doneAt: LocalTime,
  way: z.enum(FOLLOWUP_WAYS),
  text: Prose.max(4000),
  outcome: z.enum(FOLLOWUP_OUTCOMES),
})
export type FollowupDone = z.infer<typeof FollowupDone>

const about = { followupId: z.uuid(), studentId: z.uuid() }
const own = { roles: 'counselor', others: 'never', subjects: ['followup'] } as const

export const followups = {
  /** In the order of their days. */
  listByCase: read(
    { roles: ['counselor', 'director'], others: 'reason', audited: 'followup.read', subjects: ['case'] },
    z.object({ caseId: z.uuid() }),
    z.array(Followup),
  ),
  /** Due today and overdue: one's own, anybody's for the director. The longest waiting stand first. */
  due: read({ roles: ['counselor', 'director'] }, z.object({}), z.array(DueFollowup)),
  /** One follow-up for each of `steps`, reckoned from `from`. `conflict`/`no-crisis` when the basis is one and there was none. */
  plan: write(
    { roles: 'counselor', others: 'never', subjects: ['case'] },
    {
      caseId: z.uuid(),
      studentId: z.uuid(),
      cause: z.enum(FOLLOWUP_CAUSES),
      basis: z.enum(FOLLOWUP_BASES),
      from: CalendarDate,
      steps: z
        .array(z.object({ id: z.uuid(), days: Step }))
        .min(1)
        .max(40),
    },
    z.array(Followup),
  ),
  /** Records what came of it, or puts a record right. `again`: who was not reached is tried once more on that day. */
  finish: write(
    own,
    { ...about, fields: FollowupDone, again: z.object({ id: z.uuid(), on: CalendarDate }).nullable() },
    Followup,
  ),
  move: write(own, { ...about, dueOn: CalendarDate }, Followup),
  drop: write(own, { ...about, reason: Line.min(1) }, Followup),
  rules: read({ roles: ['counselor', 'director'] }, z.object({}), FollowupRules),
  saveRules: write({ roles: ['counselor', 'director'] }, { rules: FollowupRules }, Done),
}
