import type { SheetMapping } from '#contract/imports'
import type { ImportField } from '#contract/roster-lists'
import type { Guardian, StudentFields } from '#contract/students'
import { CellReader, type Issue } from './cell-reader.ts'
import { cellText, compact, tidyLine, tidyProse } from './cell-text.ts'
import { findDayFirst, readDate, type DateStyle } from './dates.ts'
import { headerIndex } from './find-table.ts'
import { isStudentRow } from './student-rows.ts'
import { relationInTitle } from './titles.ts'
import { readBoarding, readEthnicity, readName, readNumber, readPhone, readRelation, readSex } from './values.ts'
import type { Sheet } from './workbook.ts'

export type Place = { sheet: string; row: number }
/** One line of the file that stands for a student, before classes are looked up and rows are compared. */
export type RowReading = Place & {
  fields: StudentFields
  guardians: Guardian[]
  classText: string
  gradeText: string
  entryText: string
  error: Issue | null
  warnings: Issue[]
}

const LEFT_SCHOOL = /(?<!未|没|没有)(已?转出|已转学|已?转走|已?退学|已离校)/

/** Reads the rows under the header of one sheet with the meaning given to its columns. */
export function readRows(
  sheet: Sheet,
  mapping: SheetMapping,
  titles: readonly string[],
  style: Omit<DateStyle, 'dayFirst'>,
): RowReading[] {
  const at = new Map<ImportField, number>()
  mapping.columns.forEach((field, column) => {
    if (field && !at.has(field)) at.set(field, column)
  })
  const start = (headerIndex(sheet, mapping.headerRow) ?? -1) + 1
  const hidden = new Set(sheet.hiddenRows)
  const plainTitles = titles.map(compact)
  const birthColumn = at.get('birthDate')
  const dayFirst =
    birthColumn === undefined ? null : findDayFirst(sheet.rows.slice(start).map((row) => cellText(row[birthColumn])))
  return sheet.rows.flatMap((row, index) => {
    if (index < start || hidden.has(index) || !isStudentRow(row, at, plainTitles)) return []
    const reader = new CellReader(row, at)
    return [
      {
        sheet: sheet.name,
        row: sheet.rowNumbers[index] ?? index + 1,
        ...readRow(reader, at, titles, { ...style, dayFirst }),
      },
    ]
  })
}

function readRow(
  cells: CellReader,
  at: ReadonlyMap<ImportField, number>,
  titles: readonly string[],
  style: DateStyle,
): Omit<RowReading, keyof Place> {
  const name = readName(cells.text('name'))
  if (name === '') cells.refuse('missing-name', 'name')
  const fields: StudentFields = {
    kind: 'roster',
    name,
    sex: readOr(cells, 'sex', readSex, 'unknown-sex'),
    birthDate: readBirthDate(cells, style),
    studentNo: readIdentity(cells, 'studentNo'),
    nationalNo: readIdentity(cells, 'nationalNo')?.toUpperCase() ?? null,
    ethnicity: readEthnicity(cells.text('ethnicity')),
    gradeNo: null,
    classNo: null,
    grade: null,
    className: null,
    entryYear: null,
    college: cells.line('college'),
    major: cells.line('major'),
    headTeacher: readName(cells.text('headTeacher')) || null,
    ...readLodging(cells, at.has('boarding')),
    phone: readPhoneCell(cells, 'phone'),
    address: tidyProse(cells.text('address')) || null,
    note: tidyProse(cells.text('note')) || null,
  }
  if (at.has('studentNo') && !fields.studentNo && !fields.nationalNo && name !== '')
    cells.warn('missing-number', 'studentNo')
  if (LEFT_SCHOOL.test(fields.note ?? '')) cells.warn('left-school', 'note')
  const guardians = ([1, 2] as const).flatMap((slot) =>
    readGuardian(cells, slot, titles[at.get(`guardian${slot}Name`) ?? at.get(`guardian${slot}Phone`) ?? -1] ?? ''),
  )
  cells.refuseTooLong()
  return {
    fields,
    guardians: guardians.filter(
      (one, index) => !guardians.slice(0, index).some((other) => other.name === one.name && other.phone === one.phone),
    ),
    classText: tidyLine(cells.text('className')),
    gradeText: tidyLine(cells.text('grade')),
    entryText: tidyLine(cells.text('entryYear')),
    error: cells.error,
    warnings: cells.warnings,
  }
}

function readBirthDate(cells: CellReader, style: DateStyle): string | null {
  const day = readDate(cells.cell('birthDate'), style)
  if (day.kind === 'impossible') cells.refuse('impossible-date', 'birthDate')
  if (day.kind === 'partial') cells.warn('impossible-date', 'birthDate')
  return day.kind === 'day' ? day.date : null
}

function readIdentity(cells: CellReader, field: 'studentNo' | 'nationalNo'): string | null {
  const { value, damaged } = readNumber(cells.cell(field))
  if (damaged) cells.warn('missing-number', field)
  return value
}

/** 校外 in the column of rooms means no room; a room means that the student boards, unless a column of its own says. */
function readLodging(cells: CellReader, hasBoarding: boolean): Pick<StudentFields, 'boarding' | 'dormitory'> {
  const room = cells.line('dormitory')
  const outside = room !== null && (/^(校外|外住|在家|[-—/]+)$/.test(room) || readBoarding(room) === false)
  const said = readBoarding(cells.text('boarding'))
  return { boarding: hasBoarding || room === null ? said : !outside, dormitory: outside ? null : room }
}

function readPhoneCell(cells: CellReader, field: ImportField): string | null {
  const { phone, problem } = readPhone(cells.cell(field))
  if (problem) cells.warn(problem, field)
  return phone
}

function readOr<T>(
  cells: CellReader,
  field: ImportField,
  read: (text: string) => T | null,
  problem: Issue['reason'],
): T | null {
  const value = read(cells.text(field))
  if (value === null && /[^\s\-—/]/.test(cells.text(field))) cells.warn(problem, field)
  return value
}

function readGuardian(cells: CellReader, slot: 1 | 2, title: string): Guardian[] {
  const name = readName(cells.text(`guardian${slot}Name`)).replace(/^[-—/无]+$/, '')
  const phone = readPhoneCell(cells, `guardian${slot}Phone`)
  if (name === '' && phone === null) return []
  return [
    {
      name,
      relation: readRelation(cells.text(`guardian${slot}Relation`)) || relationInTitle(title),
      phone: phone ?? '',
    },
  ]
}
