import { AppError } from '#contract/errors'
import type { Instrument } from '#contract/instrument-file'
import type { Answers } from '#contract/results'
import type { ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { refuseWrongAnswers, refuseWrongScores } from '#core/instruments/answers'
import { findAssessment, updateAssessment, type StoredAssessment } from '#db/repos/assessments'
import { findEdition } from '#db/repos/instruments'

export const sheetOf = (ctx: ReadContext | WriteContext, id: string): StoredAssessment =>
  found(findAssessment(ctx.db, id), 'assessmentId')

/** The instrument as the sheet was begun with, word for word. */
export const fileOf = (ctx: ReadContext | WriteContext, sheet: StoredAssessment): Instrument =>
  found(findEdition(ctx.db, sheet.editionId), 'assessmentId').file

export function openSheet(ctx: WriteContext, id: string): StoredAssessment {
  const sheet = sheetOf(ctx, id)
  if (sheet.state !== 'open') throw new AppError('conflict', { reason: 'not-open' })
  return sheet
}

export type Filled = { answers: Answers; details: Record<string, string> }
/** Only answers to questions that are there, and only remarks beside them. */
export function refuseWrongSheet(file: Instrument, { answers, details }: Filled): void {
  if (file.kind === 'score-entry') refuseWrongScores(file, answers)
  else refuseWrongAnswers(file, answers)
  const lines = new Set((file.kind === 'score-entry' ? file.scales : file.items).map(({ id }) => id))
  const stray = Object.keys(details).find((id) => !lines.has(id))
  if (stray !== undefined) throw new AppError('invalid', { field: `details.${stray}`, reason: 'unknown-item' })
}

/**
 * Keeps an open sheet as it stands. Only the first time it holds something is recorded: it is saved after every answer.
 * Gives the instant. For the kiosk as well.
 */
export function saveSheet(ctx: WriteContext, { assessmentId, ...filled }: Filled & { assessmentId: string }): string {
  const sheet = openSheet(ctx, assessmentId)
  refuseWrongSheet(fileOf(ctx, sheet), filled)
  const savedAt = ctx.now()
  updateAssessment(ctx.db, assessmentId, {
    answers: JSON.stringify(filled.answers),
    details: JSON.stringify(filled.details),
    savedAt,
  })
  if (Object.keys(sheet.answers).length === 0 && Object.keys(filled.answers).length > 0)
    ctx.audit('assessment.answered', { subjectId: assessmentId, studentId: sheet.studentId })
  return savedAt
}
