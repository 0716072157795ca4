import type { SheetMapping } from '#contract/imports'
import { cellText, tidyLine } from './cell-text.ts'
import type { SchoolTime } from './class-names.ts'
import { guessColumns } from './guess-columns.ts'
import { mapTitles, type Columns } from './map-columns.ts'
import type { Cell, Sheet } from './workbook.ts'

const LOOK_AT = 60
const SAMPLE = 200

export type FoundTable = {
  mapping: SheetMapping
  titles: string[]
  skipped: 'not-a-roster' | 'hidden' | 'empty' | null
}

/** Finds the row with the titles and what each column means. */
export function findTable(sheet: Sheet, time: SchoolTime): FoundTable {
  const none = { sheet: sheet.name, use: false, headerRow: null, columns: [] }
  if (sheet.rows.length === 0) return { mapping: none, titles: [], skipped: 'empty' }
  const headerAt = findHeader(sheet)
  const { titles, columns } = readColumns(sheet, headerAt, time)
  const skipped = whyNotUsed(sheet, columns, titles)
  const headerRow = headerAt === null ? null : (sheet.rowNumbers[headerAt] ?? null)
  return { mapping: { sheet: sheet.name, use: skipped === null, headerRow, columns }, titles, skipped }
}

/** Why a sheet is not used unless a person asks for it; null when it is used. */
export function whyNotUsed(sheet: Sheet, columns: Columns, titles: readonly string[]): FoundTable['skipped'] {
  if (sheet.rows.length === 0) return 'empty'
  if (!isRoster(columns, titles)) return 'not-a-roster'
  return sheet.hidden ? 'hidden' : null
}

/** Titles and meanings when the titles stand in this row (an index into `rows`), or when there are none. */
export function readColumns(
  sheet: Sheet,
  headerAt: number | null,
  time: SchoolTime,
): { titles: string[]; columns: Columns } {
  const width = widthOf(sheet)
  const titles = Array.from({ length: width }, (_, column) =>
    headerAt === null ? '' : titleAt(sheet, headerAt, column),
  )
  const { columns, unclear } = mapTitles(titles)
  const below = sheet.rows.slice(headerAt === null ? 0 : headerAt + 1, (headerAt ?? 0) + SAMPLE)
  return {
    titles,
    columns: guessColumns(
      columns,
      unclear,
      below.filter((row) => new Set(row.map(cellText)).size > 2),
      time,
    ),
  }
}

/** The index of the title row that a person chose by its number. */
export function headerIndex(sheet: Sheet, headerRow: number | null): number | null {
  const at = headerRow === null ? -1 : sheet.rowNumbers.indexOf(headerRow)
  return at < 0 ? null : at
}

function findHeader(sheet: Sheet): number | null {
  const width = widthOf(sheet)
  let best = { at: -1, score: 1 }
  sheet.rows.slice(0, LOOK_AT).forEach((row, at) => {
    if (new Set(row.flatMap((cell) => (cell ? [cellText(cell)] : []))).size < 2) return
    const titles = Array.from({ length: width }, (_, column) => titleAt(sheet, at, column))
    const { columns } = mapTitles(titles)
    const score = columns.filter(Boolean).length + (columns.includes('name') ? 2 : 0)
    const isLowerHalf = score === best.score && at === best.at + 1 && isNeighbour(sheet, at)
    if (score > best.score || isLowerHalf) best = { at, score }
  })
  return best.at < 0 ? null : best.at
}

/** A title of one row, or of two: 监护人 over 姓名 is 监护人姓名, 学号 over nothing is 学号. */
function titleAt(sheet: Sheet, at: number, column: number): string {
  const own = tidyLine(cellText(sheet.rows[at]?.[column]))
  const rowAbove = isNeighbour(sheet, at) ? sheet.rows[at - 1] : undefined
  if (!rowAbove || !hasSeveralTitles(rowAbove)) return own
  const above = tidyLine(cellText(rowAbove[column]))
  if (own === '' || own === above) return above
  return /监护人|家长|父|母|联系人|家庭|guardian|parent|father|mother/i.test(above) ? above + own : own
}

/** Whether the row stands directly below the one before it. */
const isNeighbour = (sheet: Sheet, at: number): boolean =>
  at > 0 && (sheet.rowNumbers[at] ?? 0) - (sheet.rowNumbers[at - 1] ?? 0) === 1

const hasSeveralTitles = (row: readonly Cell[]): boolean =>
  mapTitles([...new Set(row.map((cell) => tidyLine(cellText(cell))))]).columns.filter(Boolean).length >= 2

/** A roster names people and says one more thing that tells a student from a teacher or a visitor. */
function isRoster(columns: Columns, titles: readonly string[]): boolean {
  if (!columns.includes('name')) return false
  if (titles.some((title) => /职称|任教|工号|教龄|学科/.test(title)) && !columns.includes('studentNo')) return false
  return columns.some(
    (field) => field && ['studentNo', 'nationalNo', 'className', 'grade', 'birthDate', 'sex', 'major'].includes(field),
  )
}

const widthOf = (sheet: Sheet): number => sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
