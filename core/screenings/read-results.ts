import type { Instrument } from '#contract/instrument-file'
import { optionsOf } from '#contract/instrument-flow'
import type { Answers } from '#contract/results'
import type { ImportField } from '#contract/roster-lists'
import type { ResultProblem } from '#contract/screening-lists'
import type { ResultMapping } from '#contract/screenings'
import { cellText, compact, foldWidth, tidyLine, tidyProse } from '#core/imports/cell-text'
import { findDayFirst, readDate, type DateStyle } from '#core/imports/dates'
import { headerIndex } from '#core/imports/find-table'
import { isStudentRow } from '#core/imports/student-rows'
import { readName, readNumber } from '#core/imports/values'
import type { Cell, Sheet } from '#core/imports/workbook'

export type CellProblem = { problem: ResultProblem; column: string; value: string }
/** One line of a platform's file. */
export type ResultRow = {
  row: number
  studentNo: string
  name: string
  testedOn: string | null
  level: string | null
  answers: Answers
  cells: string[]
  /** The first thing that is wrong in it. */
  wrong: CellProblem | null
}

const NOTHING = /^([-—–/\\]*|无|空|缺|缺失|缺测|未测|未作答|未答|n\/a|null|none)$/i
const LONGEST_CELL = 500

/** Reads the rows under the titles with the meaning given to their columns. An empty answer is missing, never 0. */
export function readResults(
  sheet: Sheet,
  { headerRow, columns }: ResultMapping,
  titles: readonly string[],
  file: Instrument,
  style: Omit<DateStyle, 'dayFirst'>,
): ResultRow[] {
  const start = (headerIndex(sheet, headerRow) ?? -1) + 1
  const at = new Map<string, number>()
  columns.forEach((meaning, column) => {
    if (meaning !== null && !at.has(meaning)) at.set(meaning, column)
  })
  const person = new Map<ImportField, number>()
  for (const field of ['studentNo', 'name', 'className'] as const) {
    const column = at.get(field)
    if (column !== undefined) person.set(field, column)
  }
  const dates = at.get('testedOn')
  const dayFirst = dates === undefined ? null : findDayFirst(sheet.rows.slice(start).map((row) => cellText(row[dates])))
  const readers = [...at].flatMap(([meaning, column]) => {
    const read = readerOf(meaning, file)
    return read ? [{ ...read, column, title: titles[column] ?? '' }] : []
  })
  const hidden = new Set(sheet.hiddenRows)
  const plainTitles = titles.map(compact)
  const rows = sheet.rows.flatMap((row, index) =>
    index < start || hidden.has(index) || !(isStudentRow(row, person, plainTitles) || isNumbered(row, person))
      ? []
      : [
          {
            row: sheet.rowNumbers[index] ?? index + 1,
            cells: titles.map((_, column) => shownText(row[column])),
            ...readRow(row, at, readers, titles, { ...style, dayFirst }),
          },
        ],
  )
  const itemColumns = new Map(readers.flatMap(({ id, column }) => (file.kind === 'score-entry' ? [] : [[id, column]])))
  return isCountedFromOne(rows, itemColumns, file) ? rows.map((row) => refused(row, titles, itemColumns)) : rows
}

/** A file of numbers and results alone: on a roster such a row would be a sum, here it is a student. */
const isNumbered = (row: readonly Cell[], person: ReadonlyMap<ImportField, number>): boolean =>
  person.size === 1 && /^[a-z]*\d{4,}$/i.test(readNumber(row[person.get('studentNo') ?? -1]).value ?? '')

/**
 * Some platforms write the first answer as 1 where the instrument counts from 0. Read as they stand, nearly all answers would
 * pass, each one step too high: a file in which no answer is the lowest and some lie just above the highest is not read.
 */
function isCountedFromOne(
  rows: readonly { cells: readonly string[] }[],
  columns: ReadonlyMap<string, number>,
  file: Instrument,
): boolean {
  if (file.kind === 'score-entry') return false
  const items = file.items.filter(({ id, scored }) => scored && columns.has(id))
  const seen = items.flatMap((item) => {
    const values = optionsOf(file, item).map(({ value }) => value)
    const [lowest, highest] = [Math.min(...values), Math.max(...values)]
    const column = columns.get(item.id) ?? -1
    return rows.map(({ cells }) => {
      const value = Number(cells[column] || Number.NaN)
      return { isLowest: value === lowest, isAbove: value === highest + 1 }
    })
  })
  return seen.some(({ isAbove }) => isAbove) && !seen.some(({ isLowest }) => isLowest)
}

function refused(row: ResultRow, titles: readonly string[], columns: ReadonlyMap<string, number>): ResultRow {
  const column = titles[columns.values().next().value ?? -1] ?? ''
  return { ...row, wrong: { problem: 'counted-from-one', column, value: '' } }
}

type Read = { value: number | null; problem?: ResultProblem }
type Reader = { id: string; read(cell: Cell | undefined): Read }

function readRow(
  row: readonly Cell[],
  at: ReadonlyMap<string, number>,
  readers: readonly (Reader & { column: number; title: string })[],
  titles: readonly string[],
  style: DateStyle,
): Omit<ResultRow, 'row' | 'cells'> {
  const cell = (meaning: string): Cell | undefined => row[at.get(meaning) ?? -1]
  let wrong: CellProblem | null = null
  const refuse = (problem: ResultProblem, column: number | undefined): void => {
    wrong ??= { problem, column: titles[column ?? -1] ?? '', value: shownText(row[column ?? -1]).slice(0, 100) }
  }
  const studentNo = readNumber(cell('studentNo')).value ?? ''
  if (studentNo === '') refuse('missing-number', at.get('studentNo'))
  const day = readDate(cell('testedOn'), style)
  if (day.kind === 'impossible') refuse('impossible-date', at.get('testedOn'))
  const answers: Answers = {}
  for (const { id, read, column } of readers) {
    const { value, problem } = read(row[column])
    if (problem) refuse(problem, column)
    else if (value !== null) answers[id] = value
  }
  if (wrong === null && Object.keys(answers).length === 0) wrong = { problem: 'empty-row', column: '', value: '' }
  const level = tidyLine(cellText(cell('level'))).slice(0, 200)
  return {
    studentNo,
    name: readName(cellText(cell('name'))),
    testedOn: day.kind === 'day' ? day.date : null,
    level: /^[-—–/]*$/.test(level) ? null : level,
    answers,
    wrong,
  }
}

/** How the cells of a column with results are read; null for every other column. */
function readerOf(meaning: string, file: Instrument): Reader | null {
  const [kind, id = ''] = meaning.split(':')
  if (kind === 'scale' && file.kind === 'score-entry') {
    const scale = file.scales.find((one) => one.id === id)
    if (scale) return { id, read: (cell) => readScore(cell, scale) }
  }
  if (kind === 'item' && file.kind !== 'score-entry') {
    const item = file.items.find((one) => one.id === id)
    if (item) {
      const options = optionsOf(file, item)
      const values = new Set(options.map(({ value }) => value))
      const words = new Map(options.flatMap(({ zh, en, value }) => [zh, en].map((word) => [compact(word), value])))
      return { id, read: (cell) => readAnswer(cell, values, words) }
    }
  }
  return null
}

function readScore(cell: Cell | undefined, { min, max }: { min: number; max: number }): Read {
  const number = numberIn(cell)
  if (number === null) return { value: null }
  if (number === undefined) return { value: null, problem: 'not-a-number' }
  return number < min || number > max ? { value: null, problem: 'out-of-range' } : { value: number }
}

/** A number among the options, or the words of an option. */
function readAnswer(cell: Cell | undefined, values: ReadonlySet<number>, words: ReadonlyMap<string, number>): Read {
  const number = numberIn(cell)
  if (number === null) return { value: null }
  const value = number ?? words.get(compact(cellText(cell)).replace(/^[a-g0-9][.、:：)）]/, ''))
  return value !== undefined && values.has(value) ? { value } : { value: null, problem: 'not-an-option' }
}

/** Null when there is nothing, undefined when there is something else than a number. */
function numberIn(cell: Cell | undefined): number | null | undefined {
  if (!cell) return null
  if (cell.kind === 'number') return cell.value
  const text = foldWidth(tidyLine(cellText(cell)))
    .replace(/^'/, '')
    .trim()
  if (NOTHING.test(text)) return null
  return cell.kind === 'text' && /^[+-]?\d+(\.\d+)?分?$/.test(text) ? Number(text.replace('分', '')) : undefined
}

/** What a person reads in the cell, of a date cell too. */
const shownText = (cell: Cell | undefined): string =>
  tidyProse(cell?.kind === 'date' ? cell.text : cellText(cell)).slice(0, LONGEST_CELL)
