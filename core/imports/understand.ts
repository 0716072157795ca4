import type { ImportPreview, RowIssue, SheetMapping } from '#contract/imports'
import type { SchoolClass } from '#contract/settings'
import type { Guardian, StudentFields } from '#contract/students'
import type { SchoolTime } from './class-names.ts'
import { findClass, indexClasses, keyOfClass, readSheetClass, type FoundClass } from './find-classes.ts'
import { headerIndex, readColumns } from './find-table.ts'
import type { Issue } from './cell-reader.ts'
import { readRows, type Place, type RowReading } from './read-rows.ts'
import type { Workbook } from './workbook.ts'

export type PlannedRow = Place & { fields: StudentFields; guardians: Guardian[] }
export type Understanding = Pick<ImportPreview, 'duplicates' | 'errors' | 'warnings' | 'classes'> & {
  rows: number
  planned: PlannedRow[]
}
export type School = SchoolTime & { today: string; classes: readonly SchoolClass[] }

/**
 * What the chosen sheets say, row by row: students to take in, and every other row with the reason why not. With no
 * class known to the school, every class that is named is taken; with at least one, an unknown class is an error.
 */
export function understand(workbook: Workbook, mappings: readonly SheetMapping[], school: School): Understanding {
  const known = indexClasses(school.classes)
  const seen = new Seen()
  const named = new Map<string, ImportPreview['classes'][number]>()
  const result: Understanding = { rows: 0, planned: [], duplicates: [], errors: [], warnings: [], classes: [] }
  for (const { reading, place } of readSheets(workbook, mappings, school, known)) {
    result.rows++
    const { name, studentNo } = reading.fields
    const issue = ({ reason, field, value }: Issue, conflictsWith: Place | null = null): RowIssue => ({
      sheet: reading.sheet,
      row: reading.row,
      reason,
      field,
      value,
      name,
      conflictsWith,
    })
    if (reading.error) {
      result.errors.push(issue(reading.error))
      continue
    }
    const isKnown = place.schoolClass !== null && known.has(keyOfClass(place.schoolClass))
    if (place.schoolClass) countClass(named, place.schoolClass, isKnown)
    if (place.schoolClass && !isKnown && known.size > 0) {
      result.errors.push(
        issue({ reason: 'unknown-class', field: 'className', value: reading.classText || place.schoolClass.name }),
      )
      continue
    }
    const fields = withClass(reading.fields, place)
    const earlier = seen.find(fields)
    if (earlier?.same) {
      result.duplicates.push({
        sheet: reading.sheet,
        row: reading.row,
        name,
        studentNo: studentNo ?? '',
        of: earlier.at,
      })
      continue
    }
    if (earlier) {
      result.errors.push(
        issue(
          { reason: 'student-no-conflict', field: 'studentNo', value: studentNo ?? fields.nationalNo ?? '' },
          earlier.at,
        ),
      )
      continue
    }
    seen.add(fields, { sheet: reading.sheet, row: reading.row })
    result.planned.push({ sheet: reading.sheet, row: reading.row, fields, guardians: reading.guardians })
    result.warnings.push(...reading.warnings.map((warning) => issue(warning)))
  }
  return { ...result, classes: [...named.values()].sort(byGradeAndNumber) }
}

function* readSheets(
  workbook: Workbook,
  mappings: readonly SheetMapping[],
  school: School,
  known: ReadonlyMap<string, SchoolClass>,
): Generator<{ reading: RowReading; place: FoundClass }> {
  for (const mapping of mappings) {
    const sheet = workbook.sheets.find(({ name }) => name === mapping.sheet)
    if (!sheet || !mapping.use) continue
    const headerAt = headerIndex(sheet, mapping.headerRow)
    const { titles } = readColumns(sheet, headerAt, school)
    const sheetClass = readSheetClass(sheet, headerAt, mapping.columns.includes('className'), school)
    for (const reading of readRows(sheet, mapping, titles, { date1904: workbook.date1904, today: school.today }))
      yield { reading, place: findClass(reading, sheetClass, known, school) }
  }
}

const withClass = (fields: StudentFields, { schoolClass, gradeNo, grade, entryYear }: FoundClass): StudentFields => ({
  ...fields,
  gradeNo,
  grade,
  entryYear,
  classNo: schoolClass?.classNo ?? null,
  className: schoolClass?.name ?? null,
})

function countClass(named: Map<string, ImportPreview['classes'][number]>, one: SchoolClass, isKnown: boolean): void {
  const counted = named.get(keyOfClass(one))
  if (counted) counted.count++
  else named.set(keyOfClass(one), { ...one, count: 1, known: isKnown })
}

const byGradeAndNumber = (a: SchoolClass, b: SchoolClass): number =>
  (a.gradeNo ?? 99) - (b.gradeNo ?? 99) ||
  (b.entryYear ?? 0) - (a.entryYear ?? 0) ||
  (a.classNo ?? 99) - (b.classNo ?? 99) ||
  a.name.localeCompare(b.name, 'zh')

/** Who has been met so far in this file, by number and, where a number is missing, by name, birthday and class. */
class Seen {
  private readonly byNumber = new Map<string, { at: Place; name: string }>()
  private readonly byPerson = new Map<string, { at: Place; numbered: boolean }>()

  find(fields: StudentFields): { at: Place; same: boolean } | null {
    for (const key of numbersOf(fields)) {
      const found = this.byNumber.get(key)
      if (found) return { at: found.at, same: found.name === fields.name }
    }
    const person = this.byPerson.get(personOf(fields))
    const isNumbered = fields.studentNo !== null || fields.nationalNo !== null
    return person && !(person.numbered && isNumbered) ? { at: person.at, same: true } : null
  }

  add(fields: StudentFields, at: Place): void {
    const numbers = numbersOf(fields)
    for (const key of numbers) this.byNumber.set(key, { at, name: fields.name })
    this.byPerson.set(personOf(fields), { at, numbered: numbers.length > 0 })
  }
}

const numbersOf = ({ studentNo, nationalNo }: StudentFields): string[] => [
  ...(studentNo ? [`no:${studentNo}`] : []),
  ...(nationalNo ? [`national:${nationalNo}`] : []),
]
const personOf = ({ name, birthDate, className, grade }: StudentFields): string =>
  JSON.stringify([name, birthDate, className, grade])
