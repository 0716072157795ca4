import { ageOn } from '#contract/calendar'
import { AppError } from '#contract/errors'
import { CONSENT_AGE } from '#contract/instrument-lists'
import type { Answers } from '#contract/results'
import type { ResultIssue, ResultMapping, ResultPreview } from '#contract/screenings'
import type { ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { readName } from '#core/imports/values'
import { headerIndex } from '#core/imports/find-table'
import { score } from '#core/instruments/score'
import { findEdition } from '#db/repos/instruments'
import {
  findAgreed,
  findSheetsInRound,
  findStudentsByNumbers,
  type RosterStudent,
  type SheetInRound,
} from '#db/repos/screening-imports'
import type { RoundRow } from '#db/repos/screenings'
import { describeMapped, isResults, titlesAt } from './find-results.ts'
import { askedIn, notAskedIn } from './asked-items.ts'
import { readResults, type CellProblem, type ResultRow } from './read-results.ts'

export type Choice = { fileId: string; mapping: ResultMapping; accepted: readonly number[] }
/** A row that will be taken in. */
export type ReadyRow = { row: ResultRow; student: RosterStudent; change: 'fresh' | 'changed' | 'unchanged' }
export type ResultPlan = { preview: ResultPreview; ready: ReadyRow[]; titles: string[]; fileName: string }

const SAMPLE_ROWS = 12
type Matched = { row: ResultRow; student: RosterStudent }

/** What a file says beside the roster and the round: the preview and the import itself read it in the same way. */
export function planResults(ctx: ReadContext | WriteContext, round: RoundRow, choice: Choice): ResultPlan {
  const { fileName, workbook } = found(ctx.services.openFiles.get(choice.fileId), 'fileId')
  const { file } = found(findEdition(ctx.db, round.editionId), 'roundId')
  const sheet = workbook.sheets.find(({ name }) => name === choice.mapping.sheet)
  const headerAt = sheet ? headerIndex(sheet, choice.mapping.headerRow) : null
  if (!sheet || headerAt === null || !isResults(choice.mapping.columns))
    throw new AppError('invalid', { field: 'mapping', reason: 'no-results' })
  const titles = titlesAt(sheet, headerAt, file)
  const style = { date1904: workbook.date1904, today: ctx.today() }
  const rows = readResults(sheet, choice.mapping, titles, file, style)
  const { matched, errors, duplicates, names } = match(ctx, rows, choice.mapping.columns.includes('name'))
  const held = new Set(names.map(({ row }) => row).filter((row) => !choice.accepted.includes(row)))
  const before = new Map(findSheetsInRound(ctx.db, round.id).map((one) => [one.studentId, one]))
  const ready = matched
    .filter(({ row }) => !held.has(row.row))
    .map(({ row, student }): ReadyRow => ({ row, student, change: changeOf(row, before.get(student.id)) }))
  const results = matched.map(({ row, student }) => {
    const takenOn = row.testedOn ?? ctx.today()
    const age = student.birthDate === null ? null : ageOn(student.birthDate, takenOn)
    const result = score(file, row.answers, { age })
    return { row, student, age, result, first: result.scales.find(({ primary }) => primary)?.score ?? null }
  })
  const agreed = findAgreed(ctx.db, ctx.today())
  const said = new Set(matched.map(({ student }) => student.id))
  const count = (change: ReadyRow['change']): number => ready.filter((one) => one.change === change).length
  const preview: ResultPreview = {
    sheets: describeMapped(workbook, choice.mapping, file),
    rows: rows.length,
    importable: ready.length,
    fresh: count('fresh'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    errors,
    duplicates,
    names,
    without: [...before.values()].filter(({ studentId }) => !said.has(studentId)).length,
    joining: ready.filter(({ student }) => !before.has(student.id)).length,
    levels: levelsOf(matched),
    void: results.filter(({ result }) => result.void).length,
    critical: results.filter(({ result }) => result.critical.length > 0).length,
    unscored: results.filter(({ first }) => first === null).length,
    unnamed: choice.mapping.columns.includes('name') ? 0 : matched.length,
    notAsked: notAskedIn(file, askedIn(choice.mapping.columns)).length,
    withoutConsent: results.filter(({ age, student }) => age !== null && age < CONSENT_AGE && !agreed.has(student.id))
      .length,
    sample: results.slice(0, SAMPLE_ROWS).map(({ row, student, first }) => ({
      row: row.row,
      studentNo: row.studentNo,
      name: student.name,
      score: first,
      level: row.level,
    })),
  }
  return { preview, ready, titles, fileName }
}

type Matches = { matched: Matched[] } & Record<'errors' | 'duplicates' | 'names', ResultIssue[]>

/** Whom each row means, by number alone; a name that differs waits for a person. */
function match(ctx: ReadContext | WriteContext, rows: readonly ResultRow[], hasNames: boolean): Matches {
  const roster = findStudentsByNumbers(
    ctx.db,
    rows.map(({ studentNo }) => studentNo),
  )
  const result: Matches = { matched: [], errors: [], duplicates: [], names: [] }
  const byStudent = new Map<string, Matched[]>()
  for (const row of rows) {
    const student = roster.get(row.studentNo)
    const wrong =
      row.wrong ?? (student ? null : { problem: 'unknown-student' as const, column: '', value: row.studentNo })
    if (wrong || !student) {
      if (wrong) result.errors.push(issueOf(row, wrong, student))
      continue
    }
    byStudent.set(student.id, [...(byStudent.get(student.id) ?? []), { row, student }])
  }
  const isSame = ({ row, student }: Matched): boolean => !hasNames || readName(student.name) === row.name
  for (const several of byStudent.values()) {
    const counts = several.find(isSame) ?? several[0]
    if (!counts) continue
    result.matched.push(counts)
    const { row, student } = counts
    if (!isSame(counts))
      result.names.push(issueOf(row, { problem: 'name-differs', column: '', value: row.name }, student))
    for (const other of several)
      if (other !== counts)
        result.duplicates.push({
          ...issueOf(other.row, { problem: 'double', column: '', value: row.studentNo }, student),
          of: row.row,
        })
  }
  return result
}

const issueOf = (
  { row, studentNo, name }: ResultRow,
  { problem, column, value }: CellProblem,
  student: RosterStudent | undefined,
): ResultIssue => ({
  row,
  problem,
  studentNo,
  nameInFile: name,
  nameInRoster: student?.name ?? null,
  column,
  value,
  of: null,
})

/** What a row would change. A sheet that was interpreted stays as it is. */
export function changeOf(
  row: Pick<ResultRow, 'answers' | 'testedOn' | 'level'>,
  before: SheetInRound | undefined,
): ReadyRow['change'] {
  if (!before?.assessmentId) return 'fresh'
  const isSame =
    inOrder(row.answers) === inOrder(JSON.parse(before.answers ?? '{}') as Answers) &&
    row.level === before.level &&
    (row.testedOn === null || row.testedOn === before.takenOn)
  return isSame || before.interpreted === 1 ? 'unchanged' : 'changed'
}

const inOrder = (answers: Answers): string =>
  JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)))

/** The rarest first: it is mostly the most serious. */
const levelsOf = (matched: readonly Matched[]): ResultPreview['levels'] =>
  [...Map.groupBy(matched, ({ row }) => row.level)]
    .flatMap(([level, rows]) => (level === null ? [] : [{ level, count: rows.length }]))
    .sort((a, b) => a.count - b.count)
