import type { SheetMapping, SheetView } from '#contract/imports'
import type { ImportField } from '#contract/roster-lists'
import { cellText, tidyProse } from './cell-text.ts'
import { readDate, type DateStyle } from './dates.ts'
import { findTable, headerIndex, readColumns, whyNotUsed } from './find-table.ts'
import { readRows } from './read-rows.ts'
import type { School } from './understand.ts'
import { readName, readNumber, readPhone } from './values.ts'
import type { Cell, Sheet, Workbook } from './workbook.ts'

const SAMPLE_ROWS = 6
const SAMPLE_TEXT = 60

/** What was understood of each sheet, to be looked at and corrected by a person. */
export const describeSheets = (workbook: Workbook, school: School): SheetView[] =>
  workbook.sheets.map((sheet) => describe(workbook, sheet, findTable(sheet, school).mapping, school))

/** The same with mappings that a person has changed; where no columns are given they are found again. */
export function describeMapped(workbook: Workbook, mappings: readonly SheetMapping[], school: School): SheetView[] {
  return mappings.flatMap((mapping) => {
    const sheet = workbook.sheets.find(({ name }) => name === mapping.sheet)
    return sheet ? [describe(workbook, sheet, completed(sheet, mapping, school), school)] : []
  })
}

const completed = (sheet: Sheet, mapping: SheetMapping, school: School): SheetMapping =>
  mapping.columns.length > 0
    ? mapping
    : { ...mapping, columns: readColumns(sheet, headerIndex(sheet, mapping.headerRow), school).columns }

function describe(workbook: Workbook, sheet: Sheet, mapping: SheetMapping, school: School): SheetView {
  const headerAt = headerIndex(sheet, mapping.headerRow)
  const { titles } = readColumns(sheet, headerAt, school)
  const start = headerAt === null ? 0 : headerAt + 1
  const style = { date1904: workbook.date1904, today: school.today, dayFirst: null }
  const rows = mapping.columns.length === 0 ? [] : readRows(sheet, mapping, titles, style)
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rowCount: rows.length,
    hiddenRows: sheet.hiddenRows.filter((index) => index >= start).length,
    titles,
    sample: sheet.rows
      .slice(start, start + SAMPLE_ROWS)
      .map((row) =>
        titles.map((_, column) => understoodText(row[column], mapping.columns[column], style).slice(0, SAMPLE_TEXT)),
      ),
    mapping,
    skipped: whyNotUsed(sheet, mapping.columns, titles),
  }
}

/** A cell as it will be stored, where that differs from what the file shows: 41591 in a column of birthdays is a day. */
function understoodText(cell: Cell | undefined, field: ImportField | null | undefined, style: DateStyle): string {
  const shown = tidyProse(cellText(cell))
  if (!cell || !field) return shown
  if (field === 'birthDate') {
    const day = readDate(cell, style)
    return day.kind === 'day' ? day.date : shown
  }
  if (field === 'studentNo' || field === 'nationalNo') return readNumber(cell).value ?? shown
  if (field === 'name' || field.endsWith('Name')) return field === 'className' ? shown : readName(shown)
  return field.toLowerCase().endsWith('phone') ? (readPhone(cell).phone ?? shown) : shown
}
