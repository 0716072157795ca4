import { z } from 'zod'
import { INTAKE_METHODS, SAFETY_ANSWERS } from '#contract/case-tables'
import { PROBLEMS, SOURCES } from '#contract/code-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Instant, Line, Prose } from '#contract/times'

const Answer = z.object({ answer: z.enum(SAFETY_ANSWERS), words: Prose })
/** What is learnt at the beginning of a case (S27, F08); never a diagnosis. */
export const IntakeBody = z.object({
  onDay: CalendarDate,
  methods: z.array(z.enum(INTAKE_METHODS)).max(INTAKE_METHODS.length),
  problem: Prose,
  background: Prose,
  family: Prose,
  personality: Prose,
  supports: Prose,
  needs: Prose,
  expectation: Prose,
  riskScreen: z.object({ self: Answer, 'by-others': Answer, 'to-others': Answer }),
  conclusion: Prose,
})
export type IntakeBody = z.infer<typeof IntakeBody>

export const Intake = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  studentId: z.uuid(),
  body: IntakeBody,
  /** Rises by one with every saved change; `save` names the one it was typed upon. */
  version: z.int().min(0),
  savedAt: Instant,
  writtenBy: Line,
  finishedAt: Instant.nullable(),
  /** Oldest first; `before` is what stood there when it was opened again. */
  reopenings: z.array(z.object({ reason: Prose, at: Instant, by: Line, finishedAt: Instant, before: IntakeBody })),
})
export type Intake = z.infer<typeof Intake>

/** What the room already knows when an intake is begun, each from its own record. */
export const Known = z.object({
  visits: z.array(
    z.object({
      on: CalendarDate,
      source: z.enum(SOURCES),
      request: Prose,
      primaryProblem: z.enum(PROBLEMS).nullable(),
      otherProblems: z.array(z.enum(PROBLEMS)),
      /** Of the signed note; empty without one. */
      problem: Prose,
    }),
  ),
  tests: z.array(
    z.object({
      on: CalendarDate,
      short: Line,
      score: z.number(),
      band: z.object({ zh: z.string(), en: z.string() }).nullable(),
    }),
  ),
  guardians: z.array(Line),
  boarding: z.boolean().nullable(),
})
export type Known = z.infer<typeof Known>

/** What must be written before an intake is finished. */
export const INTAKE_BLOCKS = ['methods', 'problem', 'safety', 'conclusion'] as const

const about = { caseId: z.uuid(), studentId: z.uuid() }
export const intakes = {
  /** Null while nothing was typed. */
  get: read(
    { roles: ['counselor', 'director'], others: 'reason', audited: 'intake.read', subjects: ['case'] },
    z.object({ caseId: z.uuid() }),
    Intake.nullable(),
  ),
  /** From the visits of the case and the interpreted tests of the student, to be inserted. */
  known: read(
    { roles: 'counselor', others: 'reason', audited: 'intake.read', subjects: ['case'] },
    z.object({ caseId: z.uuid() }),
    Known,
  ),
  /** `conflict`: `moved-on` when it was saved elsewhere since `version`, `finished` when it no longer changes. */
  save: write(
    { roles: 'counselor', others: 'never', subjects: ['case'], repeatable: true },
    { ...about, version: z.int().min(0), body: IntakeBody },
    Intake,
  ),
  /** `invalid` names the first of INTAKE_BLOCKS that lacks. */
  finish: write(
    { roles: 'counselor', others: 'never', subjects: ['case'] },
    { ...about, version: z.int().min(1) },
    Intake,
  ),
  /** The finished text is kept beside the reason. */
  reopen: write(
    { roles: 'counselor', others: 'never', subjects: ['case'] },
    { ...about, reason: Prose.trim().min(1).max(2000) },
    Intake,
  ),
}
