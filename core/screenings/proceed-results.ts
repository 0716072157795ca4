import { AppError } from '#contract/errors'
import type { Instrument } from '#contract/instrument-file'
import type { Answers, Result } from '#contract/results'
import type { WriteContext } from '#core/context'
import { found } from '#core/found'
import {
  askWhatIsNew,
  insertScored,
  replaceScored,
  type ImportedSheet,
  type Scored,
} from '#core/assessments/insert-scored'
import { urgencyOfCritical } from './urgency.ts'
import { findEdition } from '#db/repos/instruments'
import {
  findPlaces,
  findScreeningImport,
  findSheetsInRound,
  findSourceRows,
  insertScreeningImport,
  putResults,
  putSourceRow,
  updateScreeningImport,
  type ScreeningImport,
  type SheetInRound,
} from '#db/repos/screening-imports'
import { updateEntry } from '#db/repos/screening-entries'
import { updateRound, type RoundRow } from '#db/repos/screenings'
import { askedIn, withoutUnasked } from './asked-items.ts'
import { flagAnew } from './flag-anew.ts'
import { isFlagged } from './flags.ts'
import { changeOf, planResults, type Choice } from './plan-results.ts'
import { getRound, openRound } from './rounds.ts'

const BATCH = 500

type WaitingRow = {
  studentId: string
  testedOn: string | null
  level: string | null
  answers: Answers
  cells: string[]
}
export type Progress = { done: number; rows: number; finished: boolean }

export function startResults(
  ctx: WriteContext,
  { id, roundId, flagLevels, ...choice }: Choice & { id: string; roundId: string; flagLevels: readonly string[] },
): { importId: string; rows: number } {
  const round = openRound(ctx, roundId)
  const { ready, titles, fileName } = planResults(ctx, round, choice)
  if (ready.length === 0) throw new AppError('invalid', { field: 'mapping', reason: 'no-results' })
  const columns = titles.map((title, at) => ({ title, meaning: choice.mapping.columns[at] ?? null }))
  reorderCells(ctx, round, titles)
  const flagRule = { ...round.flagRule, levels: [...flagLevels] }
  updateRound(ctx.db, roundId, { columns, flagRule })
  if (JSON.stringify(flagRule) !== JSON.stringify(round.flagRule)) flagAnew(ctx, roundId, flagRule)
  const rows = ready.map(({ row, student }): WaitingRow => ({
    studentId: student.id,
    testedOn: row.testedOn,
    level: row.level,
    answers: row.answers,
    cells: row.cells,
  }))
  insertScreeningImport(ctx.db, {
    id,
    roundId,
    fileName,
    startedAt: ctx.now(),
    by: ctx.me.id,
    rows: JSON.stringify(rows),
    rowCount: rows.length,
    done: 0,
    finished: false,
  })
  ctx.audit('screening.import-started', { subjectId: roundId })
  return { importId: id, rows: rows.length }
}

/** Takes in the next rows; an offset that was done already changes nothing. */
export function proceedResults(ctx: WriteContext, importId: string, offset: number): Progress {
  const state = found(findScreeningImport(ctx.db, importId), 'importId')
  const { done: before, rowCount: rows } = state
  if (state.finished || offset !== before) return { done: before, rows, finished: state.finished }
  takeIn(ctx, state)
  const done = Math.min(before + BATCH, rows)
  const finished = done >= rows
  updateScreeningImport(ctx.db, importId, { done, finished, ...(finished && { rows: '[]' }) })
  ctx.audit('screening.import-proceeded', { subjectId: state.roundId })
  return { done, rows, finished }
}

/** Everything is looked up again: the vault may have changed since the preview. */
function takeIn(ctx: WriteContext, state: ScreeningImport): void {
  const round = getRound(ctx, state.roundId)
  const edition = found(findEdition(ctx.db, round.editionId), 'roundId')
  const batch = (JSON.parse(state.rows) as WaitingRow[]).slice(state.done, state.done + BATCH)
  const ids = batch.map(({ studentId }) => studentId)
  const sheets = new Map(findSheetsInRound(ctx.db, round.id, ids).map((one) => [one.studentId, one]))
  const students = new Map(findPlaces(ctx.db, ids).map((one) => [one.id, one]))
  const known = batch.filter(({ studentId }) => students.has(studentId))
  const change = new Map(known.map((row) => [row.studentId, changeOf(row, sheets.get(row.studentId))]))
  const sheetOf = (row: WaitingRow): ImportedSheet => ({
    studentId: row.studentId,
    birthDate: students.get(row.studentId)?.birthDate ?? null,
    answers: row.answers,
    takenOn: row.testedOn ?? dayWithin(round, ctx.today()),
  })
  const asked = askedIn(round.columns?.map(({ meaning }) => meaning) ?? [])
  const narrow = (result: Result): Result => withoutUnasked(result, asked)
  const fresh = known.filter(({ studentId }) => change.get(studentId) === 'fresh')
  const scored = new Map(
    insertScored(ctx, { roundId: round.id, edition, purpose: round.name, sheets: fresh.map(sheetOf), narrow }).map(
      (one) => [one.studentId, one],
    ),
  )
  for (const row of known) {
    const assessmentId = sheets.get(row.studentId)?.assessmentId
    if (change.get(row.studentId) === 'changed' && assessmentId)
      scored.set(row.studentId, replaceScored(ctx, { assessmentId, file: edition.file, sheet: sheetOf(row), narrow }))
  }
  for (const row of known) {
    const before = sheets.get(row.studentId)
    if (before?.interpreted === 1) askAbout(ctx, before, { roundId: round.id, file: edition.file, sheet: sheetOf(row) })
  }
  for (const { studentId, cells } of known) putSourceRow(ctx.db, round.id, studentId, JSON.stringify(cells))
  putResults(
    ctx.db,
    known.flatMap((row) => {
      const one = scored.get(row.studentId)
      return one ? [entryOf(ctx, round, row, one, sheets.get(row.studentId), students.get(row.studentId))] : []
    }),
  )
}

/** An interpreted sheet stays as it is; a critical answer that a later file has in its place is asked about all the same. */
function askAbout(
  ctx: WriteContext,
  { assessmentId, studentId, urgency: known, flaggedOn }: SheetInRound,
  { roundId, ...later }: { roundId: string; file: Instrument; sheet: ImportedSheet },
): void {
  if (assessmentId === null) return
  const urgency = urgencyOfCritical(askWhatIsNew(ctx, { assessmentId, ...later }))
  if (urgency === null || known === 'immediate') return
  updateEntry(ctx.db, roundId, studentId, { urgency, flagged: true, flaggedOn: flaggedOn ?? ctx.today() })
}

/** What the list says after a result came: a flag that a person set, or that was followed up on this sheet, stays. */
function entryOf(
  ctx: WriteContext,
  round: RoundRow,
  row: WaitingRow,
  { assessmentId, result }: Scored,
  before: SheetInRound | undefined,
  place: ReturnType<typeof findPlaces>[number] | undefined,
): Parameters<typeof putResults>[1][number] {
  const urgency = urgencyOfCritical(result)
  const first = result.scales.find(({ primary }) => primary)
  const isByRule = isFlagged(round.flagRule, {
    critical: urgency !== null,
    void: result.void,
    level: row.level,
    severity: first?.band?.severity ?? null,
  })
  const stays =
    before !== undefined &&
    (before.byHand === 1 ||
      (before.assessmentId !== null && (before.urgency !== null || before.seenOn !== null || before.visitId !== null)))
  const flagged = urgency !== null || (stays ? before.flagged === 1 : isByRule)
  return {
    roundId: round.id,
    studentId: row.studentId,
    grade: place?.grade ?? null,
    className: place?.className ?? null,
    state: 'done',
    assessmentId,
    level: row.level,
    urgency,
    flagged,
    flaggedOn: flagged ? (before?.flaggedOn ?? ctx.today()) : null,
    sourceRow: JSON.stringify(row.cells),
  }
}

const dayWithin = ({ startsOn, endsOn }: RoundRow, today: string): string =>
  today < startsOn ? today : today > endsOn ? endsOn : today

/** Cells of an earlier file in the order of this one, so that both can go back in one table. */
function reorderCells(ctx: WriteContext, { id, columns }: RoundRow, titles: readonly string[]): void {
  if (columns === null || JSON.stringify(columns.map(({ title }) => title)) === JSON.stringify(titles)) return
  const from = titles.map((title) => columns.findIndex((column) => column.title === title))
  for (const { studentId, cells } of findSourceRows(ctx.db, id)) {
    const old = JSON.parse(cells) as string[]
    putSourceRow(ctx.db, id, studentId, JSON.stringify(from.map((at) => (at < 0 ? '' : (old[at] ?? '')))))
  }
}
