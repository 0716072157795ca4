import type { ImportField } from '#contract/roster-lists'
import { cellText, compact } from './cell-text.ts'
import { readClass, type SchoolTime } from './class-names.ts'
import { readDate } from './dates.ts'
import { readPhone, readSex } from './values.ts'
import type { Columns } from './map-columns.ts'
import type { Cell } from './workbook.ts'

type Test = { field: ImportField; share: number; fits: (cell: Cell, text: string, time: SchoolTime) => boolean }

const TESTS: readonly Test[] = [
  { field: 'nationalNo', share: 0.8, fits: (_, text) => /^[glj]\d{17}[\dx]$/.test(text) },
  { field: 'sex', share: 0.9, fits: (_, text) => readSex(text) !== null && !/^[12]$/.test(text) },
  { field: 'boarding', share: 0.9, fits: (_, text) => /^(住校|走读|寄宿|通学|住宿|内宿|外宿)生?$/.test(text) },
  {
    field: 'guardian1Relation',
    share: 0.8,
    fits: (_, text) => /^(父|母|祖|外祖|爷|奶|姑|叔|姐|兄|其他)/.test(text) && text.length <= 4,
  },
  { field: 'ethnicity', share: 0.8, fits: (_, text) => /^\p{Script=Han}{1,6}族$/u.test(text) },
  { field: 'birthDate', share: 0.8, fits: (cell) => isBirthday(cell) },
  { field: 'className', share: 0.7, fits: (_, text, time) => isClass(text, time) },
  { field: 'grade', share: 0.8, fits: (_, text) => /^(.{1,2}年级|[初高大][一二三四]|20\d{2}级)$/.test(text) },
  { field: 'name', share: 0.8, fits: (_, text) => isName(text) },
  {
    field: 'phone',
    share: 0.7,
    fits: (cell, text) => /\d{11}/.test(text.replaceAll('-', '')) && readPhone(cell).problem !== 'bad-phone',
  },
  { field: 'studentNo', share: 0.9, fits: (_, text) => /^[a-z]{0,4}\d{4,17}$/.test(text) },
]

/** Gives meaning to columns whose title says nothing, by what stands in them. Only fields that are still free. */
export function guessColumns(
  columns: Columns,
  unclear: readonly number[],
  rows: readonly Cell[][],
  time: SchoolTime,
): Columns {
  const guessed = [...columns]
  for (const test of TESTS) {
    for (const index of unclear) {
      if (guessed[index] != null || guessed.includes(test.field)) continue
      if (!fitsColumn(test, index, rows, time)) continue
      const guardian =
        test.field === 'phone' && guessed.includes('guardian1Name') && !guessed.includes('guardian1Phone')
      guessed[index] = guardian ? 'guardian1Phone' : test.field
    }
  }
  return guessed
}

function fitsColumn(test: Test, index: number, rows: readonly Cell[][], time: SchoolTime): boolean {
  const cells = rows.flatMap((row) => row[index] ?? [])
  if (cells.length < Math.max(2, rows.length * 0.3)) return false
  const texts = cells.map((cell) => compact(cellText(cell)))
  const fitting = cells.filter((cell, at) => test.fits(cell, texts[at] ?? '', time)).length
  if (fitting < cells.length * test.share) return false
  const distinct = new Set(texts).size
  if (test.field === 'studentNo') return distinct === texts.length
  if (test.field === 'name') return distinct > texts.length * 0.7
  return true
}

const isBirthday = (cell: Cell): boolean => {
  const day = readDate(cell, { date1904: false, today: '2100-01-01', dayFirst: null })
  return day.kind === 'day' && day.date >= '1980' && cell?.kind !== 'number' && /\D|^(19|20)\d{6}$/.test(cellText(cell))
}

const isClass = (text: string, time: SchoolTime): boolean => {
  const { classNo, gradeNo } = readClass(text, time)
  return classNo !== null && (gradeNo !== null || text.endsWith('班'))
}

/** Two to four Chinese characters, or a name with a dot. Words that a roster says over and over are no names. */
const isName = (text: string): boolean =>
  /^\p{Script=Han}{2,4}$|^\p{Script=Han}+·[\p{Script=Han}·]+$/u.test(text) &&
  !/族$|年级$|班$|学院$|专业$|市$|省$|团员|群众|党员/.test(text)
