import { z } from 'zod'
import { FEEDBACK_TO, SEEN_OUTCOMES, TEST_MODES, TEST_STATES } from '#contract/code-tables'
import { Both, Instrument, URGENCIES_IN_PERSON } from '#contract/instrument-file'
import { TEST_BLOCKS } from '#contract/instrument-lists'
import { read, write } from '#contract/procedure'
import { Answers, CriticalAnswer, Result } from '#contract/results'
import { CalendarDate, Instant, Line, LocalTime, Prose } from '#contract/times'

/** A critical answer, or one left blank, that somebody must ask about in person, whatever the total (S30). */
export const InPersonTask = z.object({
  id: z.uuid(),
  studentId: z.uuid(),
  assessmentId: z.uuid(),
  urgency: z.enum(URGENCIES_IN_PERSON),
  /** What was answered, most serious first; empty when only blanks have to be asked. */
  critical: z.array(CriticalAnswer),
  blanks: z.array(z.object({ item: z.string(), question: Both })),
  raisedAt: Instant,
  acknowledgedAt: Instant.nullable(),
  acknowledgedBy: Line.nullable(),
  seenOn: CalendarDate.nullable(),
  outcome: z.enum(SEEN_OUTCOMES).nullable(),
  note: Prose,
  closedAt: Instant.nullable(),
})
export type InPersonTask = z.infer<typeof InPersonTask>

const head = {
  id: z.uuid(),
  no: Line,
  studentId: z.uuid(),
  instrumentId: z.string(),
  short: Line,
  title: Both,
  mode: z.enum(TEST_MODES),
  state: z.enum(TEST_STATES),
  begunAt: LocalTime,
  takenOn: CalendarDate.nullable(),
  givenBy: Line,
  /** Of the first primary scale. */
  score: z.number().nullable(),
  band: z.object({ zh: z.string(), en: z.string(), severity: z.int() }).nullable(),
  critical: z.int(),
  valid: z.boolean().nullable(),
  roundId: z.uuid().nullable(),
}
/** One line of a list. */
export const AssessmentLine = z.object({
  ...head,
  studentName: Line,
  className: Line.nullable(),
  /** Answered and asked so far, while it is open. */
  answered: z.int(),
  itemCount: z.int(),
})
export type AssessmentLine = z.infer<typeof AssessmentLine>

export const Interpretation = z.object({ id: z.uuid(), text: Prose, at: Instant, by: Line })
export type Interpretation = z.infer<typeof Interpretation>

export const Assessment = z.object({
  ...head,
  purpose: Line,
  /** Begun in an emergency without the usual gates; interviews only. */
  urgent: z.boolean(),
  /** Null when nobody here has explained it: begun urgently, or given by a platform. */
  explainedAt: LocalTime.nullable(),
  explainedBy: Line.nullable(),
  answers: Answers,
  /** What the interviewer wrote beside an answer, by item id. */
  details: z.record(z.string().max(60), Prose.max(2000)),
  finishedAt: Instant.nullable(),
  result: Result.nullable(),
  /** Age in whole years when it was taken; null when the birthday is not known. */
  age: z.int().nullable(),
  /** In the counselor's words; the last one counts, former ones stay. */
  interpretations: z.array(Interpretation),
  fedBackOn: CalendarDate.nullable(),
  fedBackTo: z.enum(FEEDBACK_TO).nullable(),
  tasks: z.array(InPersonTask),
  withdrawnReason: z.string().nullable(),
})
export type Assessment = z.infer<typeof Assessment>

export const TaskLine = InPersonTask.extend({
  studentName: Line,
  className: Line.nullable(),
  short: Line,
  riskRank: z.int().nullable(),
  openCrisisId: z.uuid().nullable(),
})
export type TaskLine = z.infer<typeof TaskLine>

/** One point of the course over time. */
export const CoursePoint = z.object({
  assessmentId: z.uuid(),
  on: CalendarDate,
  mode: z.enum(TEST_MODES),
  valid: z.boolean(),
  score: z.number().nullable(),
  band: z.object({ zh: z.string(), en: z.string(), severity: z.int() }).nullable(),
  /** Against the point before; `unknown` when no threshold of a real change is known. */
  change: z.enum(['better', 'worse', 'same', 'unknown']).nullable(),
})
export type CoursePoint = z.infer<typeof CoursePoint>

const counselor = { roles: 'counselor' } as const
const both = { roles: ['counselor', 'director'] } as const
const owner = { ...counselor, others: 'never' } as const
const withReason = { ...both, others: 'reason' } as const
const ofStudent = { assessmentId: z.uuid(), studentId: z.uuid() }
export const assessments = {
  /** What may be given to this student, and what each still lacks. Warnings never block. */
  choices: read(
    counselor,
    z.object({ studentId: z.uuid() }),
    z.array(
      z.object({
        instrumentId: z.string(),
        blocks: z.array(z.enum(TEST_BLOCKS)),
        tooYoung: z.boolean(),
        lastTakenOn: CalendarDate.nullable(),
      }),
    ),
  ),
  /**
   * Begins once the student knows what the test is for and agrees (S29, 000-F 5). Refused with `conflict` and the first
   * block as reason, `invalid` when one of the two is missing. `overFourteen`: the counselor knows it when the birthday is missing. `urgent` passes the blocks of an
   * interview and leaves a row of its own in the log.
   */
  begin: write(
    { ...counselor, subjects: ['student'] },
    {
      id: z.uuid(),
      studentId: z.uuid(),
      instrumentId: z.string().max(40),
      mode: z.enum(TEST_MODES).exclude(['imported']),
      purpose: Line,
      explained: z.boolean(),
      agreed: z.boolean(),
      overFourteen: z.boolean(),
      urgent: z.boolean(),
    },
    Assessment,
  ),
  /** Autosave while it is filled in; pausing is leaving the page. */
  answer: write(
    { ...owner, subjects: ['assessment'], repeatable: true },
    { ...ofStudent, answers: Answers, details: Assessment.shape.details },
    z.object({ savedAt: Instant }),
  ),
  /** Scores the sheet and raises the in-person task in the same step. */
  finish: write(
    { ...owner, subjects: ['assessment'] },
    { ...ofStudent, answers: Answers, details: Assessment.shape.details, takenOn: CalendarDate },
    Assessment,
  ),
  withdraw: write({ ...owner, subjects: ['assessment'] }, { ...ofStudent, reason: Line.min(1) }, Assessment),
  /** In the counselor's words; before this nothing of the result leaves the room (S30). */
  interpret: write(
    { ...owner, subjects: ['assessment'] },
    { ...ofStudent, id: z.uuid(), text: Prose.min(1) },
    Assessment,
  ),
  feedBack: write(
    { ...owner, subjects: ['assessment'] },
    { ...ofStudent, on: CalendarDate, to: z.enum(FEEDBACK_TO) },
    Assessment,
  ),
  get: read(
    { ...withReason, audited: 'assessment.read', subjects: ['assessment'] },
    z.object({ assessmentId: z.uuid() }),
    z.object({ assessment: Assessment, instrument: Instrument }),
  ),
  listByStudent: read(
    { ...withReason, subjects: ['student'] },
    z.object({ studentId: z.uuid() }),
    z.array(AssessmentLine),
  ),
  /** Newest first, without those of somebody else's cases; results of screening rounds stand in their round. */
  list: read(
    both,
    z.object({
      state: z.enum(TEST_STATES).nullable(),
      instrumentId: z.string().max(40).nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    z.object({ total: z.int(), rows: z.array(AssessmentLine) }),
  ),
  /** One instrument's scores of one student over time, oldest first, by primary scale. */
  course: read(
    { ...withReason, subjects: ['student'] },
    z.object({ studentId: z.uuid(), instrumentId: z.string().max(40) }),
    z.object({
      scales: z.array(
        z.object({
          id: z.string(),
          title: Both,
          min: z.number(),
          max: z.number(),
          higherIs: z.enum(['worse', 'better']),
          bands: z.array(
            z.object({ from: z.number(), to: z.number(), zh: z.string(), en: z.string(), severity: z.int() }),
          ),
          /** From how many points on a change counts, and where that is from. */
          threshold: z.object({ points: z.number(), source: z.string() }).nullable(),
          points: z.array(CoursePoint),
        }),
      ),
    }),
  ),
  /** In-person tasks that are not closed, whosever case it is: most urgent first, then oldest. */
  tasks: read(both, z.object({}), z.array(TaskLine)),
  /** What waits on this counselor: open sheets and results without interpretation, outside screening rounds. */
  waiting: read(both, z.object({}), z.object({ open: z.array(AssessmentLine), scored: z.array(AssessmentLine) })),
  acknowledgeTask: write({ ...counselor, subjects: ['task'] }, { taskId: z.uuid(), studentId: z.uuid() }, InPersonTask),
  closeTask: write(
    { ...counselor, subjects: ['task'] },
    {
      taskId: z.uuid(),
      studentId: z.uuid(),
      seenOn: CalendarDate,
      outcome: z.enum(SEEN_OUTCOMES),
      note: Prose.min(1).max(2000),
    },
    InPersonTask,
  ),
}
