import type { STAGES } from '#contract/code-tables'
import { compact } from './cell-text.ts'
import { chineseNumeral, readNumeral } from './numerals.ts'

export type Stage = (typeof STAGES)[number]
/** `schoolYear`: the year in which the school year begins. */
export type SchoolTime = { stage: Stage; schoolYear: number }
export type ClassReading = { gradeNo: number | null; entryYear: number | null; classNo: number | null }

const NOTHING: ClassReading = { gradeNo: null, entryYear: null, classNo: null }
const FIRST_GRADE: Readonly<Record<Stage, number>> = { primary: 1, junior: 7, senior: 10, college: 13 }
const YEARS: Readonly<Record<Stage, number>> = { primary: 6, junior: 3, senior: 3, college: 4 }

const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十两]{1,3})'
const PREFIXES: readonly [RegExp, Stage][] = [
  [/^(小学|小)/, 'primary'],
  [/^(初中|初)/, 'junior'],
  [/^(高中|高)/, 'senior'],
  [/^(大学|大)/, 'college'],
]
const COHORT = /^((?:19|20)?\d{2})(级|届)(.*)$/
const NAMED_GRADE = new RegExp(`^(${NUMBER})(年级|年|级)(.*)$`)
const SHORT_GRADE = /^(10|11|12|\d|[一二三四五六七八九])(.*)$/
const ENGLISH_GRADE = /^(?:grade|g|year|y)\.?(\d{1,2})(?:[,\-_./(]?(?:class|c)?\.?(\d{1,2})\)?)?$/
const CLASS_ONLY = new RegExp(`^第?\\(?(?:class|c)?(${NUMBER})\\)?班?级?$`)
/** The class number after a grade, with whatever schools put around it. */
const CLASS_REST = new RegExp(`^[-—_.·/]?第?\\(?(${NUMBER})\\)?(?:班|班级)?(?:\\([^)]*\\))?$`)

/** Reads 七年级, 初一, 高二, 7, 2024级, 2024, Grade 7. */
export function readGrade(text: string, time: SchoolTime): ClassReading {
  const source = normal(text)
  const bare = readNumeral(source)
  if (bare !== null && bare > 0) return { ...NOTHING, gradeNo: gradeOf(bare, null, true, time) }
  if (/^(19|20)\d{2}$/.test(source)) return cohort(Number(source), null, time)
  const reading = readClass(text, time)
  return { ...reading, classNo: null }
}

/** Reads 七(1)班, 初一（3）班, 七年级十班, 701, 2026级1班, 高一3班, 7-3, Grade 7 Class 3. Unknown names give nothing. */
export function readClass(text: string, time: SchoolTime): ClassReading {
  const source = normal(text)
  if (source === '') return NOTHING
  if (/^(预初|预备)/.test(source))
    return withClass({ ...NOTHING, gradeNo: 6 }, source.replace(/^(预初|预备)(年级)?/, ''))
  const [prefix, rest] = splitPrefix(source)
  return (
    readCohort(rest, prefix, time) ??
    readNamed(rest, prefix, time) ??
    readDigits(source, time) ??
    readEnglish(source, time) ??
    classOnly(source)
  )
}

/** The year in which this grade came to the school, and the other way round. */
export const entryYearOf = (gradeNo: number, { schoolYear }: SchoolTime): number =>
  schoolYear - (gradeNo - firstGradeOf(gradeNo))
export const firstGradeOf = (gradeNo: number): number => (gradeNo <= 6 ? 1 : gradeNo <= 9 ? 7 : gradeNo <= 12 ? 10 : 13)

/** How a numbered grade or class is written when the school has not said otherwise. */
export const gradeLabel = (gradeNo: number): string => {
  if (gradeNo <= 9) return `${chineseNumeral(gradeNo)}年级`
  return gradeNo <= 12 ? `高${chineseNumeral(gradeNo - 9)}` : `大${chineseNumeral(gradeNo - 12)}`
}
export const classLabel = (gradeNo: number, classNo: number): string =>
  `${gradeNo <= 9 ? chineseNumeral(gradeNo) : gradeLabel(gradeNo)}(${classNo})班`

const normal = (text: string): string =>
  compact(text)
    .replaceAll(/[（［【〔[{]/g, '(')
    .replaceAll(/[）］】〕\]}]/g, ')')

function splitPrefix(source: string): [Stage | null, string] {
  for (const [pattern, stage] of PREFIXES) if (pattern.test(source)) return [stage, source.replace(pattern, '')]
  return [null, source]
}

function readCohort(rest: string, prefix: Stage | null, time: SchoolTime): ClassReading | null {
  const [, digits, word, tail = ''] = COHORT.exec(rest) ?? []
  if (!digits) return null
  const stage = prefix ?? time.stage
  const year = digits.length === 4 ? Number(digits) : 2000 + Number(digits)
  if (digits.length === 2 && (word !== '级' || Math.abs(year - time.schoolYear) > 8)) return null
  if (word === '届' && stage === 'college') return null
  const entry = word === '届' ? year - YEARS[stage] : year
  const [inner, named] = splitPrefix(tail)
  const reading = cohort(entry, prefix, time)
  const grade = named === '' ? null : readNamed(named, inner ?? prefix, time)
  if (grade?.gradeNo) return { ...grade, entryYear: entry }
  return withClass(reading, tail)
}

function cohort(entryYear: number, prefix: Stage | null, { stage, schoolYear }: SchoolTime): ClassReading {
  const at = prefix ?? stage
  const year = schoolYear - entryYear
  const gradeNo = at !== 'college' && year >= 0 && year < YEARS[at] ? FIRST_GRADE[at] + year : null
  return { gradeNo, entryYear, classNo: null }
}

function readNamed(rest: string, prefix: Stage | null, time: SchoolTime): ClassReading | null {
  const [, named, , afterNamed = ''] = NAMED_GRADE.exec(rest) ?? []
  if (named) {
    const gradeNo = gradeOf(readNumeral(named) ?? 0, prefix, true, time)
    return gradeNo === null ? null : withClass({ ...NOTHING, gradeNo }, afterNamed)
  }
  const [, short, tail = ''] = SHORT_GRADE.exec(rest) ?? []
  if (!short || (prefix === null && /^\d+$/.test(rest))) return null
  const gradeNo = gradeOf(readNumeral(short) ?? 0, prefix, false, time)
  if (gradeNo === null) return null
  if (tail === '') return prefix === null ? null : { ...NOTHING, gradeNo }
  const reading = withClass({ ...NOTHING, gradeNo }, tail)
  return reading.classNo === null && prefix === null ? null : reading
}

/** 701, 1203, 2401 (entry year 2024, class 1), 202401. */
function readDigits(source: string, time: SchoolTime): ClassReading | null {
  const digits = /^(\d{3,6})班?$/.exec(source)?.[1]
  if (!digits) return null
  const classNo = Number(digits.slice(-2))
  const head = Number(digits.slice(0, -2))
  if (classNo === 0) return null
  if (digits.length === 5) return null
  if (digits.length === 6 || head > 12) {
    const entry = digits.length === 6 ? head : 2000 + head
    return Math.abs(entry - time.schoolYear) > 8 ? null : { ...cohort(entry, null, time), classNo }
  }
  const gradeNo = gradeOf(head, null, false, time)
  return gradeNo === null ? null : { gradeNo, entryYear: null, classNo }
}

function readEnglish(source: string, time: SchoolTime): ClassReading | null {
  const [, grade, number] = ENGLISH_GRADE.exec(source) ?? []
  const gradeNo = grade ? gradeOf(Number(grade), null, true, time) : null
  if (gradeNo !== null) return { gradeNo, entryYear: null, classNo: number ? Number(number) || null : null }
  return null
}

function classOnly(source: string): ClassReading {
  const number = CLASS_ONLY.exec(source)?.[1]
  return { ...NOTHING, classNo: (number ? readNumeral(number) : null) || null }
}

const withClass = (reading: ClassReading, rest: string): ClassReading => {
  const number = CLASS_REST.exec(rest)?.[1]
  return { ...reading, classNo: (number ? readNumeral(number) : null) || null }
}

/** 一年级 is grade 1, but grade 7 in a school that has only 初中 and grade 10 where there is only 高中. */
function gradeOf(number: number, prefix: Stage | null, named: boolean, { stage }: SchoolTime): number | null {
  if (number < 1) return null
  if (prefix) {
    const inStage = number <= YEARS[prefix] ? FIRST_GRADE[prefix] + number - 1 : null
    const whole = named && number >= FIRST_GRADE[prefix] && number < FIRST_GRADE[prefix] + YEARS[prefix] ? number : null
    return whole ?? inStage
  }
  if (number <= YEARS[stage] && stage !== 'primary') return FIRST_GRADE[stage] + number - 1
  return number <= 12 ? number : null
}
