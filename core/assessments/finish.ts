import { addDays } from '#contract/calendar'
import { AppError } from '#contract/errors'
import type { WriteContext } from '#core/context'
import { found } from '#core/found'
import { updateAssessment, type StoredAssessment } from '#db/repos/assessments'
import { findStudent } from '#db/repos/students'
import { scoredColumns } from './scored.ts'
import { fileOf, openSheet, refuseWrongSheet, type Filled } from './sheets.ts'
import { raiseTask } from './tasks.ts'

const DAYS_BACK = 366

/** Scores an open sheet for good and raises the in-person task in the same step. For the kiosk as well. */
export function finishAssessment(
  ctx: WriteContext,
  { assessmentId, takenOn, ...filled }: Filled & { assessmentId: string; takenOn: string },
): void {
  const sheet = openSheet(ctx, assessmentId)
  const file = fileOf(ctx, sheet)
  refuseWrongSheet(file, filled)
  // A student who hands in an empty form at the kiosk has said something; anywhere else it is a slip.
  if (sheet.mode !== 'kiosk' && Object.keys(filled.answers).length === 0)
    throw new AppError('invalid', { field: 'answers', reason: 'empty' })
  const { birthDate } = found(findStudent(ctx.db, sheet.studentId), 'studentId')
  refuseImpossibleDay(ctx, sheet, takenOn, birthDate)
  const { columns, result } = scoredColumns(file, { answers: filled.answers, takenOn, birthDate })
  const now = ctx.now()
  updateAssessment(ctx.db, assessmentId, {
    ...columns,
    details: JSON.stringify(filled.details),
    state: 'scored',
    savedAt: now,
    finishedAt: now,
  })
  ctx.audit('assessment.scored', { subjectId: assessmentId, studentId: sheet.studentId })
  raiseTask(ctx, sheet, result)
}

/** Paper and scores of others may be years old; what was asked here was asked within the last year. */
function refuseImpossibleDay(ctx: WriteContext, sheet: StoredAssessment, on: string, birthDate: string | null): void {
  const refuse = (reason: string) => new AppError('invalid', { field: 'takenOn', reason })
  if (on > ctx.today()) throw refuse('future')
  if (birthDate !== null && on < birthDate) throw refuse('before-birth')
  const mayBeOlder = sheet.mode === 'paper' || sheet.mode === 'scores'
  if (!mayBeOlder && on < addDays(sheet.begunAt, -DAYS_BACK)) throw refuse('too-early')
}
