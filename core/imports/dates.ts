import { compact, foldWidth } from './cell-text.ts'
import type { Cell } from './workbook.ts'

/** A day, no day given, a day that cannot be, or only part of one (year and month). */
export type DateReading =
  | { kind: 'day'; date: string }
  | { kind: 'none' }
  | { kind: 'impossible' }
  | { kind: 'partial' }
/** `dayFirst`: how the column writes 5/3/2011; null when nobody can know. */
export type DateStyle = { date1904: boolean; today: string; dayFirst: boolean | null }

const NONE = new Set(['', '-', '--', '—', '/', '无', '不详', '未知', '空', 'n/a', 'null', 'none'])
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const EARLIEST_YEAR = 1930

export function readDate(cell: Cell | undefined, style: DateStyle): DateReading {
  if (!cell) return { kind: 'none' }
  switch (cell.kind) {
    case 'date':
      return checked(...partsOf(cell.date), style)
    case 'number':
      return readNumber(cell.value, style)
    case 'boolean':
      return { kind: 'impossible' }
    case 'text':
      return readText(cell.text, style)
  }
}

/** Whether a column of day/month/year or month/day/year texts gives itself away by a number above 12. */
export function findDayFirst(texts: readonly string[]): boolean | null {
  const pairs = texts.flatMap((text) => {
    const [, first, second] = /^\s*(\d{1,2})[./-](\d{1,2})[./-]\d{4}/.exec(foldWidth(text)) ?? []
    return first && second ? [[Number(first), Number(second)] as const] : []
  })
  if (pairs.some(([first]) => first > 12)) return pairs.some(([, second]) => second > 12) ? null : true
  return pairs.some(([, second]) => second > 12) ? false : null
}

function readNumber(value: number, style: DateStyle): DateReading {
  if (value >= 19_000_101 && value <= 21_001_231 && Number.isInteger(value)) return readText(String(value), style)
  if (value >= 190_001 && value <= 210_012 && Number.isInteger(value)) return { kind: 'partial' }
  if (value >= 1900 && value < 2101) return { kind: 'partial' }
  const serial = Math.floor(value)
  if (serial < 1 || serial > 80_000) return { kind: 'impossible' }
  return checked(...dayOfSerial(serial, style.date1904), style)
}

/** Excel's day numbers. In the 1900 system 1 is 1900-01-01 and a 29 February 1900, which never was, has number 60. */
export function dayOfSerial(serial: number, date1904: boolean): [number, number, number] {
  const days = date1904 ? serial + 1462 : serial
  const day = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000)
  return [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]
}

function readText(source: string, style: DateStyle): DateReading {
  const text = compact(source.replace(/(\d)\s+(\d{1,2}:\d{2})/, '$1T$2'))
  if (NONE.has(text)) return { kind: 'none' }
  const day = text
    .replace(/t?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(z|[+-]\d{2}:?\d{2})?$/, '')
    .replace(/(上午|下午|星期.|周.)$/, '')
  const [, y, m, d] =
    /^(\d{4})[-./年、](\d{1,2})[-./月、](\d{1,2})[日号.]?$/.exec(day) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(day) ?? []
  if (y) return checked(Number(y), Number(m), Number(d), style)
  if (/^(19|20)\d{2}[-./年]?(0?[1-9]|1[0-2])?月?$/.test(day)) return { kind: 'partial' }
  if (/^\d{5}(\.\d+)?$/.test(day)) return readNumber(Number(day), style)
  return readForeign(day, style) ?? readShortYear(day, style) ?? { kind: 'impossible' }
}

function readForeign(day: string, style: DateStyle): DateReading | null {
  const [, first, second, year] = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(day) ?? []
  if (year) {
    if (style.dayFirst === null)
      return first === second ? checked(Number(year), Number(first), Number(second), style) : { kind: 'partial' }
    const [month, date] = style.dayFirst ? [second, first] : [first, second]
    return checked(Number(year), Number(month), Number(date), style)
  }
  const [, a, name, b] = /^(\d{1,2})?[-,.]?([a-z]{3,9})[-,.]?(\d{1,2}[-,.]\d{4}|\d{4})$/.exec(day) ?? []
  const month = name ? MONTHS.indexOf(name.slice(0, 3)) + 1 : 0
  if (!b || month === 0) return null
  const parts = b.split(/[-,.]/)
  return a
    ? checked(Number(parts.at(-1)), month, Number(a), style)
    : parts.length === 2
      ? checked(Number(parts[1]), month, Number(parts[0]), style)
      : { kind: 'partial' }
}

/** 14.7.6 is 6 July 2014: schools write the year first. */
function readShortYear(day: string, style: DateStyle): DateReading | null {
  const [, y, m, d] = /^(\d{2})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(day) ?? []
  if (!y) return null
  const century = 2000 + Number(y) <= Number(style.today.slice(0, 4)) ? 2000 : 1900
  return checked(century + Number(y), Number(m), Number(d), style)
}

function checked(year: number, month: number, date: number, { today }: DateStyle): DateReading {
  const day = new Date(Date.UTC(year, month - 1, date))
  const exists = day.getUTCFullYear() === year && day.getUTCMonth() === month - 1 && day.getUTCDate() === date
  const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return exists && year >= EARLIEST_YEAR && text <= today ? { kind: 'day', date: text } : { kind: 'impossible' }
}

const partsOf = (date: string): [number, number, number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
]
