import type { Instrument } from '#contract/instrument-file'
import type { ResultMapping, ResultSheet } from '#contract/screenings'
import type { ImportField } from '#contract/roster-lists'
import { cellText, tidyLine, tidyProse } from '#core/imports/cell-text'
import type { SchoolTime } from '#core/imports/class-names'
import { guessColumns } from '#core/imports/guess-columns'
import { headerIndex } from '#core/imports/find-table'
import { readTitle } from '#core/imports/titles'
import type { Sheet, Workbook } from '#core/imports/workbook'
import { isLastResort, isSecondChoice, readResultTitle, type Meaning } from './result-titles.ts'

const LOOK_AT = 60
const BELOW = 200
const SAMPLE_ROWS = 6
const SAMPLE_TEXT = 60
const MOST_COLUMNS = 400

export type ResultColumns = { titles: string[]; columns: (Meaning | null)[] }

/** What was understood of each sheet, to be looked at and corrected by a person. */
export const describeResults = (workbook: Workbook, file: Instrument, time: SchoolTime): ResultSheet[] =>
  workbook.sheets.map((sheet) => describeSheet(sheet, findResults(sheet, file, time), file))

/** The same with the mapping that a person has changed. */
export const describeMapped = (workbook: Workbook, mapping: ResultMapping, file: Instrument): ResultSheet[] =>
  workbook.sheets.map((sheet) => describeSheet(sheet, sheet.name === mapping.sheet ? mapping : null, file))

function describeSheet(sheet: Sheet, mapping: ResultMapping | null, file: Instrument): ResultSheet {
  const headerAt = mapping && headerIndex(sheet, mapping.headerRow)
  const start = headerAt === null ? 0 : headerAt + 1
  const width = Math.min(widthOf(sheet), MOST_COLUMNS)
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rowCount: Math.max(0, sheet.rows.length - start),
    titles: headerAt === null ? [] : titlesAt(sheet, headerAt, file),
    sample: sheet.rows
      .slice(start, start + SAMPLE_ROWS)
      .map((row) => Array.from({ length: width }, (_, at) => tidyProse(cellText(row[at])).slice(0, SAMPLE_TEXT))),
    mapping,
  }
}

/** The row with the titles and what each column means; null when this is no table of results. */
function findResults(sheet: Sheet, file: Instrument, time: SchoolTime): ResultMapping | null {
  let best: ({ at: number; score: number } & ResultColumns) | null = null
  for (let at = 0; at < Math.min(sheet.rows.length, LOOK_AT); at++) {
    const read = readResultColumns(sheet, at, file)
    const score = read.columns.filter(Boolean).length
    if (score > (best?.score ?? 1)) best = { at, score, ...read }
  }
  if (!best) return null
  const columns = guessed(sheet, best.at, best, time)
  const headerRow = sheet.rowNumbers[best.at]
  return isResults(columns) && headerRow !== undefined ? { sheet: sheet.name, headerRow, columns } : null
}

/** Says whom a row is about and what came out. */
export const isResults = (columns: readonly (Meaning | null)[]): boolean =>
  columns.includes('studentNo') && columns.some((meaning) => meaning !== null && /^(scale|item):/.test(meaning))

/** Each meaning once: the first column wins, unless another says it better. */
function readResultColumns(sheet: Sheet, headerAt: number, file: Instrument): ResultColumns {
  const titles = titlesAt(sheet, headerAt, file)
  const columns = titles.map((): Meaning | null => null)
  const taken = new Set<Meaning>()
  const give = (fits: (title: string) => boolean, read: (title: string) => Meaning | null): void =>
    titles.forEach((title, at) => {
      const meaning = columns[at] === null && fits(title) ? read(title) : null
      if (meaning === null || taken.has(meaning)) return
      taken.add(meaning)
      columns[at] = meaning
    })
  const read = (title: string): Meaning | null => readResultTitle(title, file)
  give((title) => !isSecondChoice(title), read)
  give(isSecondChoice, read)
  give(isLastResort, () => 'studentNo')
  return { titles, columns }
}

/** Titles of one row, or of two: 学习焦虑 over 原始分 is one title, 学号 over nothing is 学号. */
export function titlesAt(sheet: Sheet, at: number, file: Instrument): string[] {
  const isKnown = (title: string): boolean => readResultTitle(title, file) !== null
  const above = at > 0 && (sheet.rowNumbers[at] ?? 0) - (sheet.rowNumbers[at - 1] ?? 0) === 1 ? sheet.rows[at - 1] : []
  const isHeading = new Set((above ?? []).map((cell) => tidyLine(cellText(cell))).filter(Boolean)).size > 1
  return Array.from({ length: Math.min(widthOf(sheet), MOST_COLUMNS) }, (_, column) => {
    const own = tidyLine(cellText(sheet.rows[at]?.[column]))
    const over = isHeading ? tidyLine(cellText(above?.[column])) : ''
    if (own === '' || own === over) return over
    return over !== '' && !isKnown(own) && isKnown(over + own) ? over + own : own
  })
}

/** Where titles say nothing, contents tell number, name and class. */
function guessed(
  sheet: Sheet,
  headerAt: number,
  { titles, columns }: ResultColumns,
  time: SchoolTime,
): ResultColumns['columns'] {
  const fields = columns.map((meaning): ImportField | null =>
    meaning === 'studentNo' || meaning === 'name' || meaning === 'className' ? meaning : null,
  )
  const unclear = titles.flatMap((title, at) => (columns[at] === null && readTitle(title) === null ? [at] : []))
  const found = guessColumns(fields, unclear, sheet.rows.slice(headerAt + 1, headerAt + BELOW), time)
  return columns.map((meaning, at) => {
    const field = found[at]
    return meaning ?? (field === 'studentNo' || field === 'name' || field === 'className' ? field : null)
  })
}

const widthOf = (sheet: Sheet): number => sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
