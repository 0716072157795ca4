import { CFB, read, set_cptable, SSF } from '@e965/xlsx'
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import type { Cell, Sheet, Workbook } from '#core/imports/workbook'
import { FileProblem } from './file-problem.ts'
import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS } from './limits.ts'
import { hiddenInOds } from './ods-hidden.ts'
import { packPlainZip, unpackTableParts } from './zip-parts.ts'

const OPTIONS = {
  dense: true,
  cellFormula: false,
  cellHTML: false,
  cellNF: true,
  cellStyles: true,
  sheetRows: MOST_ROWS + 1,
} as const

/** .xlsx, .xlsm, .xlsb and .ods: only parts that were unpacked and measured here reach the spreadsheet library. */
export function readZipped(file: Buffer): Workbook {
  const parts = unpackTableParts(file)
  const names = [...parts.keys()]
  const manifest = parts.get('META-INF/manifest.xml')
  if (manifest?.includes('encryption-data')) throw new FileProblem('encrypted')
  const content = parts.get('content.xml')
  if (!content && !names.some((name) => /(^|\/)workbook\.(xml|bin)$/i.test(name))) throw new FileProblem('not-a-table')
  if (content && parts.get('mimetype')?.includes('text')) throw new FileProblem('not-a-table')
  const workbook = convert(read(packPlainZip(withEastAsianDates(withoutAbsent(parts))), { type: 'buffer', ...OPTIONS }))
  return content ? hiddenInOds(workbook, content.toString('utf8')) : workbook
}

/** The list of contents without the parts that were left out or never were there; the library would stumble over them. */
function withoutAbsent(parts: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const list = '[Content_Types].xml'
  const types = parts.get(list)
  if (!types) return new Map(parts)
  const present = types
    .toString('utf8')
    .replaceAll(/<(?:\w+:)?Override\b[^<>]*?PartName="\/?([^"<>]*)"[^<>]*>/g, (override, name: string) =>
      parts.has(name) ? override : '',
    )
  return new Map(parts).set(list, Buffer.from(present))
}

/** Formats that Chinese Excel names by number only (ECMA-376 18.8.30, zh-cn: 31 is yyyy年m月d日) become the plain date format. */
function withEastAsianDates(parts: Map<string, Buffer>): Map<string, Buffer> {
  for (const [name, content] of parts) {
    if (!/(^|\/)styles\.xml$/i.test(name)) continue
    const styles = content
      .toString('utf8')
      .replaceAll(
        /(<(?:\w+:)?xf\b[^<>]*?numFmtId=")(?:2[789]|3[016]|5[0-478])"/g,
        (_, before: string) => `${before}14"`,
      )
    parts.set(name, Buffer.from(styles))
  }
  return parts
}

/** .xls and .et: an OLE container with a workbook in it. A protected .xlsx is such a container too. */
export async function readOle(file: Buffer): Promise<Workbook> {
  const container: { FileIndex: { name: string }[] } = CFB.read(file, { type: 'buffer' })
  const streams = container.FileIndex.map(({ name }) => name.toLowerCase())
  if (streams.some((name) => name === 'encryptedpackage' || name === 'encryptioninfo'))
    throw new FileProblem('encrypted')
  if (!streams.includes('workbook') && !streams.includes('book')) throw new FileProblem('not-a-table')
  return readBinary(file)
}

/** Old workbooks name a code page for their text, so the tables of code pages are loaded first. */
export async function readBinary(file: Buffer): Promise<Workbook> {
  set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
  return convert(read(file, { type: 'buffer', ...OPTIONS }))
}

/** XML that Excel 2003 or LibreOffice save as one flat file. */
export function readFlatXml(text: string): Workbook {
  if (/<!(DOCTYPE|ENTITY)/i.test(text.slice(0, 4096))) throw new FileProblem('broken')
  return hiddenInOds(convert(read(text, { type: 'string', ...OPTIONS })), text)
}

function convert(book: WorkBook): Workbook {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const budget = { cells: MOST_CELLS }
  const sheets = book.SheetNames.map((name, index): Sheet => {
    const sheet = book.Sheets[name]
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    return {
      name,
      hidden,
      ...(sheet ? convertSheet(sheet, date1904, budget) : { rows: [], rowNumbers: [], hiddenRows: [] }),
    }
  })
  return { sheets, date1904 }
}

function convertSheet(
  sheet: WorkSheet,
  date1904: boolean,
  budget: { cells: number },
): Pick<Sheet, 'rows' | 'rowNumbers' | 'hiddenRows'> {
  const byNumber = new Map<number, Cell[]>()
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  data.forEach((cells, rowIndex) => {
    const row: Cell[] = []
    cells?.forEach((cell, column) => {
      const value = cell ? convertCell(cell, date1904) : null
      if (!value) return
      if (column >= MOST_COLUMNS || --budget.cells < 0) throw new FileProblem('too-large')
      while (row.length < column) row.push(null)
      row[column] = value
    })
    if (row.length > 0) byNumber.set(rowIndex + 1, row)
  })
  if (byNumber.size > MOST_ROWS) throw new FileProblem('too-large')
  fillMerged(sheet['!merges'] ?? [], byNumber, budget)
  const rowNumbers = [...byNumber.keys()].sort((a, b) => a - b)
  const rowInfo = sheet['!rows'] ?? []
  return {
    rows: rowNumbers.map((number) => byNumber.get(number) ?? []),
    rowNumbers,
    hiddenRows: rowNumbers.flatMap((number, index) => (rowInfo[number - 1]?.hidden ? [index] : [])),
  }
}

/** The upper left value of a merged range stands in every cell of it, as far as the sheet has content. */
function fillMerged(merges: readonly { s: At; e: At }[], rows: Map<number, Cell[]>, budget: { cells: number }): void {
  const numbers = [...rows.keys()]
  const lastRow = numbers.reduce((most, number) => Math.max(most, number), 0)
  const width = [...rows.values()].reduce((most, row) => Math.max(most, row.length), 0)
  for (const { s, e } of merges) {
    const value = rows.get(s.r + 1)?.[s.c]
    if (!value) continue
    for (let number = s.r + 1; number <= Math.min(e.r + 1, lastRow); number++) {
      const row = rows.get(number) ?? []
      for (let column = s.c; column <= Math.min(e.c, width - 1); column++) {
        if (--budget.cells < 0) throw new FileProblem('too-large')
        while (row.length < column) row.push(null)
        row[column] ??= value
      }
      rows.set(number, row)
    }
  }
}
type At = { r: number; c: number }

function convertCell(cell: CellObject, date1904: boolean): Cell {
  switch (cell.t) {
    case 's':
      return typeof cell.v === 'string' && cell.v !== '' ? { kind: 'text', text: cell.v } : null
    case 'b':
      return { kind: 'boolean', value: cell.v === true }
    case 'n':
      return typeof cell.v === 'number' && Number.isFinite(cell.v) ? convertNumber(cell, cell.v, date1904) : null
    case 'd':
    case 'e':
    case 'z':
      return null
  }
}

function convertNumber(cell: CellObject, value: number, date1904: boolean): Cell {
  const format = typeof cell.z === 'string' ? cell.z : 'General'
  if (value >= 1 && SSF.is_date(format)) {
    const day = SSF.parse_date_code(value, { date1904 })
    if (day && day.y >= 1900 && day.y <= 9999)
      return { kind: 'date', date: `${day.y}-${two(day.m)}-${two(day.d)}`, text: cell.w ?? '' }
  }
  return { kind: 'number', value, text: format === 'General' || !cell.w ? String(value) : cell.w.trim() }
}

const two = (part: number): string => String(part).padStart(2, '0')
