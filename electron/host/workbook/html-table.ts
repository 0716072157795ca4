import type { Cell, Sheet } from '#core/imports/workbook'
import { FileProblem } from './file-problem.ts'
import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS } from './limits.ts'

/**
 * Tables of an HTML page that a school system saved as .xls. The page is only ever text: it is cut at its tags in one
 * pass, nothing in it runs or is fetched. A table inside a cell is read as part of that cell.
 */
export function readHtmlTables(html: string): Sheet[] {
  const sheets: Sheet[] = []
  let grid: Grid | null = null
  let depth = 0
  let cell: OpenCell | null = null
  const closeCell = () => {
    if (grid && cell) grid.put(cell)
    cell = null
  }
  for (const token of tokens(html)) {
    if (token.kind === 'text') {
      if (cell) cell.text += token.text
    } else if (token.name === 'table') {
      depth += token.closing ? -1 : 1
      if (!token.closing && depth === 1) grid = new Grid()
      if (token.closing && depth <= 0) {
        closeCell()
        if (grid && grid.rows.length > 0) sheets.push(grid.sheet(`${sheets.length + 1}`))
        grid = null
        depth = 0
      }
    } else if (depth === 1 && token.name === 'tr') {
      closeCell()
      if (!token.closing) grid?.nextRow()
    } else if (depth === 1 && (token.name === 'td' || token.name === 'th')) {
      closeCell()
      if (!token.closing) cell = openCell(token.source)
    } else if (cell && (token.name === 'br' || (token.name === 'p' && token.closing))) {
      cell.text += '\n'
    }
  }
  closeCell()
  if (grid && grid.rows.length > 0) sheets.push(grid.sheet(`${sheets.length + 1}`))
  return sheets
}

/** The charset that a page names in its first lines. */
export const declaredCharset = (head: string): string | undefined =>
  /<meta[^>]{0,300}charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(head)?.[1] ??
  /encoding\s*=\s*["']([\w-]{2,20})["']/i.exec(head)?.[1]

type Token = { kind: 'text'; text: string } | { kind: 'tag'; name: string; closing: boolean; source: string }

function* tokens(html: string): Generator<Token> {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) return yield { kind: 'text', text: plain(html.slice(at)) }
    if (open > at) yield { kind: 'text', text: plain(html.slice(at, open)) }
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open)
      continue
    }
    const close = endOfTag(html, open)
    const source = html.slice(open, close)
    const [, slash, name] = /^<(\/?)([a-z][\w:-]*)/i.exec(source) ?? []
    at = close
    if (!name) continue
    const lower = name.toLowerCase()
    if (!slash && (lower === 'script' || lower === 'style' || lower === 'title')) {
      const end = new RegExp(`</${lower}`, 'gi')
      end.lastIndex = close
      at = end.exec(html)?.index ?? html.length
      continue
    }
    yield { kind: 'tag', name: lower, closing: slash === '/', source }
  }
}

const after = (html: string, mark: string, from: number): number => {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

function endOfTag(html: string, open: number): number {
  let quote = ''
  for (let at = open + 1; at < html.length; at++) {
    const char = html[at] ?? ''
    if (quote) quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '>') return at + 1
  }
  return html.length
}

/** A cell being read. `value`: the number behind the shown text, which spreadsheet programs write as an attribute. */
type OpenCell = { text: string; across: number; down: number; value: number | null }

const openCell = (source: string): OpenCell => {
  const value = /\b(?:sdval|x:num)\s*=\s*["']?(-?[\d.]{1,20}(?:e[+-]?\d{1,3})?)/i.exec(source)?.[1]
  return {
    text: '',
    across: span(source, 'colspan'),
    down: span(source, 'rowspan'),
    value: value ? Number(value) : null,
  }
}

const span = (source: string, attribute: string): number => {
  const value = Number(new RegExp(`${attribute}\\s*=\\s*["']?(\\d{1,5})`, 'i').exec(source)?.[1] ?? 1)
  return Math.max(1, value)
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['middot', '·'],
  ['bull', '•'],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
])

const plain = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,10});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES.get(name.toLowerCase()) ?? whole
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
  })

/** Rows being filled, with the cells that reach in from the left and from above. */
class Grid {
  readonly rows: Cell[][] = []
  private column = 0
  private cells = 0
  private reaching = new Map<number, { cell: Cell; rows: number }>()

  nextRow(): void {
    this.finishRow()
    if (this.rows.length >= MOST_ROWS) throw new FileProblem('too-large')
    this.rows.push([])
    this.column = 0
  }

  put({ text, value, across, down }: OpenCell): void {
    if (this.rows.length === 0) this.nextRow()
    this.takeReaching()
    const tidy = text.replaceAll(/ *\n */g, '\n').trim()
    const isNumber = value !== null && Number.isFinite(value) && tidy !== ''
    const cell: Cell = isNumber
      ? { kind: 'number', value, text: tidy }
      : tidy === ''
        ? null
        : { kind: 'text', text: tidy }
    for (let step = 0; step < Math.min(across, MOST_COLUMNS); step++) {
      if (down > 1) this.reaching.set(this.column, { cell, rows: Math.min(down, MOST_ROWS) - 1 })
      this.write(cell)
    }
  }

  sheet(name: string): Sheet {
    this.finishRow()
    return { name, hidden: false, rows: this.rows, rowNumbers: this.rows.map((_, index) => index + 1), hiddenRows: [] }
  }

  private finishRow(): void {
    if (this.rows.length === 0) return
    const last = Math.max(-1, ...this.reaching.keys())
    while (this.column <= last) {
      this.takeReaching()
      if (this.column <= last) this.write(null)
    }
  }

  private takeReaching(): void {
    for (let from = this.reaching.get(this.column); from; from = this.reaching.get(this.column)) {
      if (from.rows === 1) this.reaching.delete(this.column)
      else from.rows--
      this.write(from.cell)
    }
  }

  private write(cell: Cell): void {
    if (++this.cells > MOST_CELLS || this.column >= MOST_COLUMNS) throw new FileProblem('too-large')
    this.rows.at(-1)?.push(cell)
    this.column++
  }
}
