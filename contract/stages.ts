import { z } from 'zod'
import { STAGE_DUES, STAGE_STATES, STAGE_WAYS } from '#contract/case-tables'
import { EXCEPTION_GROUNDS, RELATIONS, TOLD_TOPICS } from '#contract/contact-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Instant, Line, Prose } from '#contract/times'

/** Whom the family's text is for: one of the student's persons, or somebody whose name is written down. */
export const Receiver = z.object({
  personId: z.uuid().nullable(),
  receiver: Line,
  relation: z.enum(RELATIONS).nullable(),
})
export type Receiver = z.infer<typeof Receiver>

/** 阶段小结 (S38): one text for the file, and another, of its own, for the family. */
export const StageFields = Receiver.extend({
  text: Prose.max(6000),
  nextSteps: Prose.max(4000),
  /** Empty: nothing goes home. */
  familyText: Prose.max(4000),
  toldTopics: z.array(z.enum(TOLD_TOPICS)).max(TOLD_TOPICS.length),
  /** Asked for when more is told than was agreed. */
  exceptionGround: z.enum(EXCEPTION_GROUNDS).nullable(),
})
export type StageFields = z.infer<typeof StageFields>

export const Stage = StageFields.extend({
  id: z.uuid(),
  caseId: z.uuid(),
  studentId: z.uuid(),
  /** The first, second … of the case. */
  stage: z.int(),
  state: z.enum(STAGE_STATES),
  finishedAt: Instant.nullable(),
  deliveredOn: CalendarDate.nullable(),
  deliveredWay: z.enum(STAGE_WAYS).nullable(),
  skippedReason: Line,
  by: Line,
  savedAt: Instant,
})
export type Stage = z.infer<typeof Stage>

/** Begun and finished in these weeks of a case (003), and again after so many weeks if the school wishes. */
export const StageRules = z.object({
  isOn: z.boolean(),
  draftWeeks: z.int().min(1).max(52),
  finalWeeks: z.int().min(1).max(52),
  repeatWeeks: z.int().min(2).max(52).nullable(),
})
export type StageRules = z.infer<typeof StageRules>

export const StageDue = z.object({
  why: z.enum(STAGE_DUES),
  caseId: z.uuid(),
  caseNo: Line,
  /** Null while nothing is written. */
  stageId: z.uuid().nullable(),
  stage: z.int(),
  studentId: z.uuid(),
  studentName: Line,
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  dueOn: CalendarDate,
})
export type StageDue = z.infer<typeof StageDue>

const about = { stageId: z.uuid(), studentId: z.uuid() }
const own = { roles: 'counselor', others: 'never' } as const
const counsels = ['counselor', 'director'] as const

/**
 * What is finished is checked as a call is: `invalid`/`no-text`, `no-receiver`, `no-topic`, `beyond-agreed` (a ground is missing, or
 * it is taken out).
 */
export const stages = {
  ofCase: read(
    { roles: counsels, others: 'reason', audited: 'stage.read', subjects: ['case'] },
    z.object({ caseId: z.uuid() }),
    z.object({
      /** Newest first. */
      stages: z.array(Stage),
      /** The one to be written next, and until when by the school's rule. */
      next: z.object({ stage: z.int(), draftBy: CalendarDate, finishBy: CalendarDate }).nullable(),
      /** With whom, by a consent, nothing may be shared. */
      declined: z.array(z.enum(RELATIONS)),
    }),
  ),
  /** The first words of one. `conflict`/`stage-taken` when it is there already. */
  write: write(
    { ...own, subjects: ['case'] },
    {
      id: z.uuid(),
      caseId: z.uuid(),
      studentId: z.uuid(),
      stage: z.int().min(1).max(600),
      fields: StageFields,
      isFinished: z.boolean(),
    },
    Stage,
  ),
  /** A draft goes on, or what is finished is put right and stays so. */
  change: write({ ...own, subjects: ['stage'] }, { ...about, fields: StageFields, isFinished: z.boolean() }, Stage),
  /** `conflict`/`not-finished`, `nothing-to-hand-over`; `invalid`/`ahead`. */
  deliver: write(
    { ...own, subjects: ['stage'] },
    {
      ...about,
      on: CalendarDate,
      way: z.enum(STAGE_WAYS),
      to: Receiver,
      exceptionGround: z.enum(EXCEPTION_GROUNDS).nullable(),
    },
    Stage,
  ),
  /** None in this case: nobody is reminded any more, until one is written after all. */
  skip: write(
    { ...own, subjects: ['case'] },
    { id: z.uuid(), caseId: z.uuid(), studentId: z.uuid(), stage: z.int().min(1).max(600), reason: Line.min(2) },
    Stage,
  ),
  /** In one's own open cases, the longest waiting first. */
  due: read({ roles: counsels }, z.object({}), z.array(StageDue)),
  rules: read({ roles: counsels }, z.object({}), StageRules),
  /** `invalid`/`before` when it would be finished before it is begun. */
  saveRules: write({ roles: counsels }, { rules: StageRules }, Done),
}
