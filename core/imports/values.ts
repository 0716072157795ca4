import { cellText, compact, foldWidth, tidyLine } from './cell-text.ts'
import { ETHNIC_GROUPS } from './ethnic-groups.ts'
import type { Cell } from './workbook.ts'

const HAN = '\\p{Script=Han}'
const DOT = /[\u2022\u30fb\uff0e.\u00b7\u2027\u2219\u22c5\uff65\u0387]/u.source
const HAN_DOT = new RegExp(`(?<=${HAN})\\s*${DOT}\\s*(?=${HAN})`, 'gu')
const HAN_BLANK = new RegExp(`(?<=[${HAN}·])\\s+|\\s+(?=[${HAN}·])`, 'gu')

/** No blanks in a Chinese name, single ones in a Latin one, every middle dot as U+00B7; rare characters stay. */
export const readName = (text: string): string =>
  foldWidth(tidyLine(text)).replaceAll(/\s+/g, ' ').replaceAll(HAN_DOT, '·').replaceAll(HAN_BLANK, '').trim()

/** Numbers that are names: 学号, 学籍号. Null when there is none, `damaged` when a spreadsheet has eaten its last digits. */
export function readNumber(cell: Cell | undefined): { value: string | null; damaged: boolean } {
  if (!cell) return { value: null, damaged: false }
  if (cell.kind === 'number' && /^0\d+$/.test(cell.text)) return { value: cell.text, damaged: false }
  const text = cell.kind === 'number' ? String(cell.value) : foldWidth(tidyLine(cellText(cell)))
  const plain = text
    .replace(/^'/, '')
    .replace(/^="(.*)"$/, '$1')
    .replace(/^(\d+)\.0$/, '$1')
    .trim()
  const lost = cell.kind === 'number' && Math.abs(cell.value) > Number.MAX_SAFE_INTEGER
  if (lost || /^\d(\.\d+)?e\+\d+$/i.test(plain)) return { value: null, damaged: true }
  return { value: plain === '' || /^[-—/]+$|^无$/.test(plain) ? null : plain, damaged: false }
}

const MALE = new Set(['男', 'm', '1', 'male', 'boy', '男生', '男性', '1-男', '男(1)'])
const FEMALE = new Set(['女', 'f', '2', 'female', 'girl', '女生', '女性', '2-女', '女(2)'])
export function readSex(text: string): 'male' | 'female' | null {
  const word = compact(text)
  return MALE.has(word) ? 'male' : FEMALE.has(word) ? 'female' : null
}

const YES = new Set([
  '是',
  '√',
  '✓',
  '✔',
  '☑',
  '住校',
  '住宿',
  '寄宿',
  '内宿',
  '住读',
  '住校生',
  '住宿生',
  '寄宿生',
  'y',
  'yes',
  'true',
  '1',
  '有',
  'boarding',
  'boarder',
])
const NO = new Set([
  '否',
  '×',
  '✗',
  '✘',
  'x',
  '走读',
  '走读生',
  '通学',
  '通学生',
  '外宿',
  '不住校',
  '不住宿',
  '非住校',
  '非寄宿',
  'n',
  'no',
  'false',
  '0',
  '无',
  '不',
  'day',
  'daystudent',
])
export function readBoarding(text: string): boolean | null {
  const word = compact(text)
  return YES.has(word) ? true : NO.has(word) ? false : null
}

/** 汉, 汉族, 01 and 01-汉族 are 汉族. What is not one of the 56 stays as written. */
export function readEthnicity(text: string): string | null {
  const line = tidyLine(text)
  const word = compact(line)
    .replace(/^\d{1,2}[-.、]?(?=\D)/, '')
    .replace(/(?<=\D)[-.]?\d{1,2}$/, '')
  if (/^\d{1,2}$/.test(word)) return groupName(ETHNIC_GROUPS[Number(word) - 1]) ?? null
  return (
    groupName(ETHNIC_GROUPS.find((group) => word === group || word === `${group}族`)) ?? (line === '' ? null : line)
  )
}
const groupName = (group: string | undefined): string | undefined => group && `${group}族`

const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?$/
export type PhoneReading = { phone: string | null; problem: 'bad-phone' | 'two-phones' | null }

/** Digits without +86 and blanks. Two numbers in one cell are kept both; what is no number is kept as written. */
export function readPhone(cell: Cell | undefined): PhoneReading {
  const text = cell?.kind === 'number' ? String(cell.value) : foldWidth(tidyLine(cellText(cell)))
  if (text === '' || /^[-—/无]+$/.test(text)) return { phone: null, problem: null }
  const whole = onePhone(text)
  if (whole) return { phone: whole, problem: null }
  const pieces = text
    .split(/[/、,，;；|\\\n]|\s+(?=1[3-9]\d{9})|或/)
    .map((piece) => piece.trim())
    .filter(Boolean)
  const phones = pieces.flatMap((piece) => onePhone(piece) ?? [])
  if (phones.length > 1 && phones.length === pieces.length)
    return { phone: [...new Set(phones)].join('、'), problem: phones.length > 1 ? 'two-phones' : null }
  return { phone: text, problem: 'bad-phone' }
}

function onePhone(text: string): string | null {
  const plain = text
    .replace(/\.0$/, '')
    .replaceAll(/[\s()（）.]/g, '')
    .replace(/^(\+|00)86-?/, '')
    .replace(/^86-?(?=1[3-9]\d[\d-]{8,}$)/, '')
  const digits = plain.replaceAll('-', '')
  if (MOBILE.test(digits)) return digits
  if (LANDLINE.test(plain)) return plain
  return /^\+\d{8,15}$/.test(digits) ? digits : null
}

/** 父 and 爸 are 父亲; any other word for a relation stays. */
export function readRelation(text: string): string {
  const word = foldWidth(tidyLine(text))
  return word === '父' || word === '爸' ? '父亲' : word === '母' || word === '妈' ? '母亲' : word
}
