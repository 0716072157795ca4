import type { Instrument } from '#contract/instrument-file'
import type { Answers, Result } from '#contract/results'
import type { WriteContext } from '#core/context'
import { termNumbers } from '#core/numbers'
import { insertAssessments, updateAssessment, type NewAssessment } from '#db/repos/assessments'
import type { Edition } from '#db/repos/instruments'
import { scoredColumns } from './scored.ts'
import { raiseTask, raiseWhatIsNew } from './tasks.ts'

export type ImportedSheet = { studentId: string; birthDate: string | null; answers: Answers; takenOn: string }
/** Leaves out of a result what nobody was asked. */
type Narrow = (result: Result) => Result
export type Scored = { assessmentId: string; studentId: string; result: Result }
type Batch = { roundId: string; edition: Edition; purpose: string; sheets: readonly ImportedSheet[]; narrow?: Narrow }
const whole: Narrow = (result) => result

/**
 * Takes in whole answer sheets of a screening round, scored and with their in-person tasks, in the order given. The import
 * itself is what the log records; a task leaves its own row.
 */
export function insertScored(
  ctx: WriteContext,
  { roundId, edition, purpose, sheets, narrow = whole }: Batch,
): Scored[] {
  const numbers = termNumbers(ctx, 'assessment', ctx.today(), 4, sheets.length)
  const enteredAt = ctx.now()
  const rows: NewAssessment[] = []
  const scored = sheets.map((sheet, i): Scored => {
    const id = ctx.newId()
    const { columns, result } = scoredColumns(edition.file, sheet, narrow)
    rows.push({
      ...columns,
      id,
      no: numbers[i] ?? '',
      studentId: sheet.studentId,
      editionId: edition.id,
      instrumentId: edition.instrumentId,
      roundId,
      mode: 'imported',
      state: 'scored',
      purpose,
      urgent: false,
      begunAt: `${sheet.takenOn}T00:00`,
      details: '{}',
      savedAt: enteredAt,
      finishedAt: enteredAt,
      givenBy: ctx.me.id,
      enteredAt,
    })
    return { assessmentId: id, studentId: sheet.studentId, result }
  })
  insertAssessments(ctx.db, rows)
  for (const { assessmentId, studentId, result } of scored) raiseTask(ctx, { id: assessmentId, studentId }, result)
  return scored
}

type Later = { assessmentId: string; file: Instrument; sheet: ImportedSheet; narrow?: Narrow }

/** The same sheet of a round as a later file has it; it waits for an interpretation of what it says now. */
export function replaceScored(ctx: WriteContext, { assessmentId, file, sheet, narrow = whole }: Later): Scored {
  const { columns, result } = scoredColumns(file, sheet, narrow)
  updateAssessment(ctx.db, assessmentId, { ...columns, state: 'scored', withdrawnReason: null, savedAt: ctx.now() })
  raiseWhatIsNew(ctx, { id: assessmentId, studentId: sheet.studentId }, result)
  return { assessmentId, studentId: sheet.studentId, result }
}

/** A later file says something else of an interpreted sheet: the sheet stays, but what it newly says has to be asked about. */
export function askWhatIsNew(ctx: WriteContext, { assessmentId, file, sheet }: Later): Result {
  const { result } = scoredColumns(file, sheet)
  raiseWhatIsNew(ctx, { id: assessmentId, studentId: sheet.studentId }, { ...result, askInPerson: [] })
  return result
}
