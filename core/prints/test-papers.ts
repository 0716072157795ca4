import { AppError } from '#contract/errors'
import { assessmentsHandlers } from '#core/assessments'
import type { ReadContext } from '#core/context'
import { found } from '#core/found'
import { instrumentsHandlers } from '#core/instruments'
import { isBuiltInId } from '#core/instruments/built-in'
import { screeningsHandlers } from '#core/screenings'
import { findTestState, hasEdition, hasRound } from '#db/repos/prints'
import { findStudentIdOf } from '#db/repos/subjects'
import type { PaperContent, PaperKind, PaperKinds } from './content.ts'
import { instrumentLines } from './instrument-lines.ts'
import { periodOf } from './period-of.ts'
import { personOf } from './person-of.ts'

/** Numbers of children below this are hidden on a summary. */
const HIDE_BELOW = 5

/** Papers of tests: before a test, of its result, of the library, of a screening round. */
export const testPapers: PaperKinds<
  'test-explanation' | 'test-result' | 'test-result-student' | 'instrument-list' | 'screening-summary'
> = {
  'test-explanation': {
    studentOf: (ctx, subjectId) => explained(ctx, subjectId).studentId,
    async content(ctx, subjectId) {
      const { studentId, instrumentId } = explained(ctx, subjectId)
      const { file } = await instrumentsHandlers.get(ctx, { instrumentId })
      return { ...personOf(ctx, studentId), instrument: file }
    },
  },
  'test-result': { readAs: 'assessment', studentOf: ownerOfResult, content: contentOfResult },
  'test-result-student': {
    readAs: 'assessment',
    studentOf: ownerOfResult,
    async content(ctx, assessmentId) {
      const { assessment, instrument, student } = await contentOfResult(ctx, assessmentId)
      return { student, instrument, assessment: plain(assessment) }
    },
  },
  'instrument-list': {
    studentOf: (_ctx, subjectId) => {
      periodOf(subjectId)
      return null
    },
    async content(ctx, subjectId) {
      const period = periodOf(subjectId)
      return { period, instruments: await instrumentLines(ctx, period) }
    },
  },
  'screening-summary': {
    studentOf(ctx, roundId) {
      if (!hasRound(ctx.db, roundId)) throw new AppError('not-found', { field: 'subjectId' })
      return null
    },
    content: async (ctx, roundId) => ({
      screening: await screeningsHandlers.summary(ctx, { roundId, hideBelow: HIDE_BELOW }),
    }),
  },
}

/** The `student|instrument` of an explanation; both must be there. */
function explained(ctx: Pick<ReadContext, 'db'>, subjectId: string): { studentId: string; instrumentId: string } {
  const [studentId = '', instrumentId = '', ...more] = subjectId.split('|')
  if (more.length > 0 || (!isBuiltInId(instrumentId) && !hasEdition(ctx.db, instrumentId)))
    throw new AppError('not-found', { field: 'subjectId' })
  return { studentId: found(findStudentIdOf(ctx.db, 'student', studentId), 'subjectId'), instrumentId }
}

/** Nothing of a result leaves the room before somebody has said in words what it means (S30). */
function refuseUninterpreted(ctx: Pick<ReadContext, 'db'>, assessmentId: string): void {
  const state = found(findTestState(ctx.db, assessmentId), 'subjectId')
  if (state !== 'interpreted') throw new AppError('conflict', { field: 'subjectId', reason: 'not-interpreted' })
}

function ownerOfResult(...[ctx, assessmentId]: Parameters<PaperKind['studentOf']>): string {
  refuseUninterpreted(ctx, assessmentId)
  return found(findStudentIdOf(ctx.db, 'assessment', assessmentId), 'subjectId')
}

type Sheet = NonNullable<PaperContent['assessment']>
type ResultPaper = Required<Pick<PaperContent, 'student' | 'instrument' | 'course'>> & { assessment: Sheet }
async function contentOfResult(ctx: ReadContext, assessmentId: string): Promise<ResultPaper> {
  refuseUninterpreted(ctx, assessmentId)
  const { assessment, instrument } = await assessmentsHandlers.get(ctx, { assessmentId })
  const { studentId, instrumentId } = assessment
  const { scales } = await assessmentsHandlers.course(ctx, { studentId, instrumentId })
  const points = scales[0]?.points ?? []
  const here = points.findIndex((point) => point.assessmentId === assessmentId)
  return { ...personOf(ctx, studentId), assessment, instrument, course: points.slice(0, here + 1) }
}

/** What the student takes home: what was asked about and what it means in words; no answers, scores, levels or tasks. */
const plain = (assessment: Sheet): Sheet => ({
  ...assessment,
  score: null,
  band: null,
  critical: 0,
  answers: {},
  details: {},
  result: null,
  interpretations: assessment.interpretations.slice(-1),
  tasks: [],
})
