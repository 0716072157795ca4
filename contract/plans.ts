import { z } from 'zod'
import { CAREER_CONTENTS, GOAL_STATES, PLAN_STATES, SERVICES } from '#contract/case-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Instant, Line, LocalTime, Prose } from '#contract/times'

export const PlanGoal = z.object({ rootId: z.uuid(), text: Prose.max(500), sign: Prose.max(500) })
export type PlanGoal = z.infer<typeof PlanGoal>
/** What counselor and student agree upon (S32, F09; S74 for career counseling). */
export const PlanBody = z.object({
  service: z.enum(SERVICES),
  goals: z.array(PlanGoal).max(8),
  methods: Prose,
  /** In words; naming one asks for a written work agreement. */
  specialMethod: Prose.max(2000),
  steps: Prose,
  schedule: Prose,
  contents: z.array(z.enum(CAREER_CONTENTS)).max(CAREER_CONTENTS.length),
  /** Days between reviews; null: the school's. */
  reviewDays: z.int().min(1).max(366).nullable(),
  /** Why this version was made; empty for the first. */
  why: Prose.max(2000),
})
export type PlanBody = z.infer<typeof PlanBody>

export const Plan = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  studentId: z.uuid(),
  version: z.int().min(1),
  state: z.enum(PLAN_STATES),
  /** Rises by one with every saved change of a draft; `save` names the one it was typed upon. */
  edits: z.int().min(0),
  body: PlanBody,
  /** State of each goal by its `rootId`. */
  goalStates: z.record(z.string(), z.enum(GOAL_STATES)),
  agreedOn: CalendarDate.nullable(),
  activatedAt: Instant.nullable(),
  savedAt: Instant,
  writtenBy: Line,
})
export type Plan = z.infer<typeof Plan>

/** What stands in the way of making a plan the active one. */
export const PLAN_BLOCKS = ['notice', 'intake', 'goals', 'contents', 'agreement'] as const

export const GoalMark = z.object({
  rootId: z.uuid(),
  visitId: z.uuid(),
  at: LocalTime,
  score: z.int().min(0).max(10),
  words: Prose,
})
export type GoalMark = z.infer<typeof GoalMark>
/** Goals of the active plan, each with its marks, oldest visit first. */
export const GoalCourse = z.object({
  rootId: z.uuid(),
  text: Prose,
  sign: Prose,
  state: z.enum(GOAL_STATES),
  marks: z.array(GoalMark),
})
export type GoalCourse = z.infer<typeof GoalCourse>

export const PlanRules = z.object({ reviewDays: z.int().min(1).max(366) })

const reading = { roles: ['counselor', 'director'], others: 'reason', audited: 'plan.read' } as const
const own = { roles: 'counselor', others: 'never', subjects: ['plan'] } as const
const about = { planId: z.uuid(), studentId: z.uuid() }
export const plans = {
  /** All versions of a case, newest first. */
  list: read({ ...reading, subjects: ['case'] }, z.object({ caseId: z.uuid() }), z.array(Plan)),
  get: read({ ...reading, subjects: ['plan'] }, z.object({ planId: z.uuid() }), Plan),
  /** The draft of the next version, begun with what the newest says; the one that is there already, if there is one. */
  draft: write(
    { roles: 'counselor', others: 'never', subjects: ['case'] },
    { id: z.uuid(), caseId: z.uuid(), studentId: z.uuid() },
    Plan,
  ),
  /** `conflict`: `moved-on` when it was saved elsewhere since `edits`, `agreed` when it is no draft any more. */
  save: write({ ...own, repeatable: true }, { ...about, edits: z.int().min(0), body: PlanBody }, Plan),
  /** A draft that is not wanted any more is gone with its words; what was agreed upon stays. `conflict` as for `save`. */
  discard: write(own, { ...about, edits: z.int().min(0) }, Done),
  blocks: read(
    { roles: 'counselor', others: 'reason', subjects: ['plan'] },
    z.object({ planId: z.uuid() }),
    z.array(z.enum(PLAN_BLOCKS)),
  ),
  /** Agreed with the student on that day; the version before is replaced. `conflict` names the first of PLAN_BLOCKS. */
  activate: write(own, { ...about, edits: z.int().min(0), agreedOn: CalendarDate }, Plan),
  course: read({ ...reading, subjects: ['case'] }, z.object({ caseId: z.uuid() }), z.array(GoalCourse)),
  /** How far a goal of the active plan has come, at that visit; null takes it back. What a signed record holds stays. */
  mark: write(
    { roles: 'counselor', others: 'never', subjects: ['visit'], repeatable: true },
    {
      id: z.uuid(),
      visitId: z.uuid(),
      studentId: z.uuid(),
      rootId: z.uuid(),
      score: z.int().min(0).max(10).nullable(),
      words: Prose.max(500),
    },
    z.array(GoalCourse),
  ),
  rules: read({ roles: ['counselor', 'director'] }, z.object({}), PlanRules),
  saveRules: write({ roles: ['counselor', 'director'] }, { rules: PlanRules }, Done),
}
