import type { Cell, Sheet } from '#core/imports/workbook'
import { FileProblem } from './file-problem.ts'
import { MOST_COLUMNS, MOST_ROWS } from './limits.ts'

const SEPARATORS = [',', ';', '\t', '|'] as const
type Line = { fields: string[]; number: number }

/** A text table. Row numbers are the physical lines on which records begin. */
export function readDelimited(text: string): Sheet {
  if (hasBinary(text)) throw new FileProblem('not-a-table')
  const named = /^sep=(.)\r?\n/i.exec(text)
  const separator = named?.[1] ?? sniffSeparator(text)
  const records = split(text, separator, Infinity) ?? splitWithoutQuotes(text, separator)
  const lines = named ? records.slice(1) : records
  if (lines.some(({ fields }) => fields.length > MOST_COLUMNS)) throw new FileProblem('too-large')
  return {
    name: '',
    hidden: false,
    rows: lines.map(({ fields }) => fields.map((field): Cell => (field === '' ? null : { kind: 'text', text: field }))),
    rowNumbers: lines.map(({ number }) => number),
    hiddenRows: [],
  }
}

/** The separator that cuts the first records most often into the same number of pieces, at least two. */
function sniffSeparator(text: string): string {
  let best = { separator: ',', score: 0 }
  for (const separator of SEPARATORS) {
    const lines = (split(text, separator, 60) ?? splitWithoutQuotes(text.slice(0, 20_000), separator)).filter(
      ({ fields }) => fields.some((field) => field.trim() !== ''),
    )
    const counts = new Map<number, number>()
    for (const { fields } of lines)
      if (fields.length > 1) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1)
    const [width, times] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0]
    const score = lines.length === 0 ? 0 : (times / lines.length) * Math.min(width, 20)
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

/** Records with quoted fields, which may hold separators and line breaks. Null when a quote is never closed. */
function split(text: string, separator: string, most: number): Line[] | null {
  const lines: Line[] = []
  let fields: string[] = []
  let number = 1
  let line = 1
  let at = 0
  while (at < text.length) {
    let field = ''
    if (text[at] === '"') {
      const closed = quoted(text, at + 1)
      if (!closed) return lines.length >= most ? lines : null
      field = closed.value
      line += closed.breaks
      at = closed.next
    }
    const stop = endOfField(text, at, separator)
    fields.push(field + text.slice(at, stop))
    at = stop + 1
    if (stop < text.length && text[stop] === separator) {
      if (at === text.length) fields.push('')
      continue
    }
    if (text[stop] === '\r' && text[stop + 1] === '\n') at++
    lines.push({ fields, number })
    if (lines.length >= most) return lines
    if (lines.length > MOST_ROWS) throw new FileProblem('too-large')
    fields = []
    number = ++line
  }
  if (fields.length > 0) lines.push({ fields, number })
  return lines
}

/** Reads to the closing quote; a doubled quote is one. Line breaks inside become LF. */
function quoted(text: string, from: number): { value: string; breaks: number; next: number } | null {
  let value = ''
  let at = from
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      const plain = value.replaceAll(/\r\n?/g, '\n')
      return { value: plain, breaks: plain.split('\n').length - 1, next: quote + 1 }
    }
    value += '"'
    at = quote + 2
  }
}

function endOfField(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at]
    if (char === separator || char === '\n' || char === '\r') return at
  }
  return text.length
}

const splitWithoutQuotes = (text: string, separator: string): Line[] => {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.length > MOST_ROWS) throw new FileProblem('too-large')
  return lines.map((line, index) => ({ fields: line.split(separator), number: index + 1 }))
}

/** Control characters that no text table has. */
// eslint-disable-next-line no-control-regex -- that is what is looked for
const hasBinary = (text: string): boolean => /[\u0000-\u0006\u000e-\u001a]/.test(text.slice(0, 200_000))
