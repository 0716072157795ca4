import type { SchoolClass } from '#contract/settings'
import { compact, foldWidth } from './cell-text.ts'
import {
  classLabel,
  entryYearOf,
  firstGradeOf,
  gradeLabel,
  readClass,
  readGrade,
  type ClassReading,
  type SchoolTime,
} from './class-names.ts'
import type { RowReading } from './read-rows.ts'
import type { Sheet } from './workbook.ts'

export type FoundClass = {
  schoolClass: SchoolClass | null
  gradeNo: number | null
  grade: string | null
  entryYear: number | null
}
/** What a sheet says about all its rows: its name or the title above the table names a grade or a class. */
export type SheetClass = ClassReading & { hasClassColumn: boolean }

/** Which class a row means. `schoolClass` is null when the row names none. */
export function findClass(
  row: RowReading,
  sheet: SheetClass,
  known: ReadonlyMap<string, SchoolClass>,
  time: SchoolTime,
): FoundClass {
  const byClass = readClass(row.classText, time)
  const byGrade = readGrade(row.gradeText, time)
  const entered = Number(/(19|20)\d{2}/.exec(row.entryText)?.[0] ?? 0) || null
  const gradeNo = byClass.gradeNo ?? byGrade.gradeNo ?? (row.gradeText === '' ? sheet.gradeNo : null)
  const classNo = byClass.classNo ?? (sheet.hasClassColumn ? null : sheet.classNo)
  const entryYear =
    byClass.entryYear ??
    byGrade.entryYear ??
    entered ??
    (gradeNo === null ? yearInName(row.classText, time) : entryYearOf(gradeNo, time))
  const grade = gradeName(row, gradeNo, entryYear, known)
  if (row.classText === '' && classNo === null) return { schoolClass: null, gradeNo, grade, entryYear }
  const isNumbered = gradeNo !== null && classNo !== null && time.stage !== 'college'
  const found = (isNumbered ? known.get(classKey(gradeNo, classNo)) : undefined) ?? known.get(nameKey(row.classText))
  if (found)
    return {
      schoolClass: found,
      gradeNo: found.gradeNo ?? gradeNo,
      grade: found.grade,
      entryYear: entryYear ?? found.entryYear,
    }
  const name = isNumbered ? numberedName(row, gradeNo, classNo, known) : plainName(row, classNo, grade)
  const schoolClass = {
    gradeNo,
    grade: grade ?? name,
    entryYear,
    classNo: time.stage === 'college' ? null : classNo,
    name,
  }
  return { schoolClass, gradeNo, grade: grade ?? null, entryYear }
}

/** Classes by number within their grade and by name, however they are written. */
export function indexClasses(classes: readonly SchoolClass[]): Map<string, SchoolClass> {
  const index = new Map<string, SchoolClass>()
  for (const one of classes) {
    index.set(nameKey(one.name), one)
    if (one.gradeNo !== null && one.classNo !== null) index.set(classKey(one.gradeNo, one.classNo), one)
    if (one.gradeNo !== null && !index.has(`grade:${one.gradeNo}`)) index.set(`grade:${one.gradeNo}`, one)
  }
  return index
}

/** The same key for every spelling of one class. */
export const keyOfClass = (one: SchoolClass): string =>
  one.gradeNo !== null && one.classNo !== null ? classKey(one.gradeNo, one.classNo) : nameKey(one.name)

/** A grade or class named by the sheet or by the title rows above the table. 八、九年级 names two and so none. */
export function readSheetClass(
  sheet: Sheet,
  headerAt: number | null,
  hasClassColumn: boolean,
  time: SchoolTime,
): SheetClass {
  const above = sheet.rows
    .slice(0, headerAt ?? 0)
    .flatMap((row) => row.flatMap((cell) => (cell?.kind === 'text' ? [cell.text] : [])))
  for (const text of [sheet.name, ...new Set(above)]) {
    const words =
      foldWidth(text)
        .replaceAll(/\s+/g, '')
        .match(
          /(?<![、,和及-])((初|高|大)[一二三四]|[一二三四五六七八九]年级|[七八九](?=\())(\(?[\d一二三四五六七八九十]{1,3}\)?班)?/g,
        ) ?? []
    const named = new Set(words)
    const [only] = named
    if (named.size !== 1 || !only || /[、和及]\s*[一二三四五六七八九]年级/.test(text)) continue
    const reading = readClass(only, time)
    if (reading.gradeNo !== null) return { ...reading, hasClassColumn }
  }
  return { gradeNo: null, entryYear: null, classNo: null, hasClassColumn }
}

const classKey = (gradeNo: number, classNo: number): string => `number:${gradeNo}-${classNo}`
const nameKey = (name: string): string => `name:${compact(name)}`
const isLatin = (text: string): boolean => /[a-z]/i.test(text) && !/\p{Script=Han}/u.test(text)

function gradeName(
  row: RowReading,
  gradeNo: number | null,
  entryYear: number | null,
  known: ReadonlyMap<string, SchoolClass>,
): string | null {
  const settled = gradeNo === null ? undefined : known.get(`grade:${gradeNo}`)?.grade
  if (settled) return settled
  if (row.gradeText !== '' && (gradeNo === null || isLatin(row.gradeText))) {
    const plain = foldWidth(row.gradeText)
    return /^(19|20)\d{2}$/.test(plain) ? `${plain}级` : plain
  }
  if (gradeNo !== null) return isLatin(row.classText) ? `Grade ${gradeNo}` : gradeLabel(gradeNo)
  return entryYear === null ? null : `${entryYear}级`
}

/** Written as the school writes the other classes of this grade: beside 初一(1)班 stands 初一(7)班. */
function numberedName(
  row: RowReading,
  gradeNo: number,
  classNo: number,
  known: ReadonlyMap<string, SchoolClass>,
): string {
  const sister = known.get(`grade:${gradeNo}`)
  const named = sister?.classNo ? new RegExp(`${sister.classNo}(?=\\D*$)`).exec(sister.name) : null
  if (sister && named)
    return sister.name.slice(0, named.index) + classNo + sister.name.slice(named.index + named[0].length)
  if (!isLatin(row.classText) && !isLatin(row.gradeText)) return classLabel(gradeNo, classNo)
  return `Grade ${firstGradeOf(gradeNo) === 13 ? gradeNo - 12 : gradeNo} Class ${classNo}`
}

/** A bare number is no name: 1班 of 软件技术 2024级 and of 护理 2024级 are two classes. */
function plainName(row: RowReading, classNo: number | null, grade: string | null): string {
  const text = foldWidth(row.classText).trim()
  const isBare = /^第?\(?[\d一二三四五六七八九十]{1,3}\)?班?$/.test(compact(text))
  if (!isBare || classNo === null) return text
  return `${grade ?? ''}${row.fields.major ?? ''}${classNo}班`
}

/** 软件2402 began in 2024. */
function yearInName(classText: string, { stage, schoolYear }: SchoolTime): number | null {
  if (stage !== 'college') return null
  const digits = /(?:^|\D)(?:20)?(\d{2})\d{2}班?$|(?:^|\D)(?:20)?(\d{2})级/.exec(foldWidth(classText))
  const year = 2000 + Number(digits?.[1] ?? digits?.[2] ?? 99)
  return year <= schoolYear + 1 && year > schoolYear - 9 ? year : null
}
