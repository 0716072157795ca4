import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/universal'
import { util } from 'zod/v4/core'

export type Value = string | number | null
export type Table = {
  sheet: string
  titles: readonly string[]
  rows: readonly (readonly Value[])[]
  notes: readonly string[]
}

const HEAD = { fontWeight: 'bold', backgroundColor: '#eeeae1', align: 'center' } as const
const NARROWEST = 8
const WIDEST = 40

/** One sheet with its titles in the first row. Base64. */
export async function writeTable({ sheet, titles, rows, notes }: Table): Promise<string> {
  const data: Row[] = [
    titles.map((title) => ({ ...text(title), ...HEAD })),
    ...rows.map((row): Row => row.map(cellOf)),
    ...notes.map((note): Row => [text(note)]),
  ]
  const columns = titles.map((title, at) => ({
    width: Math.min(
      WIDEST,
      rows.reduce((most, row) => Math.max(most, widthOf(row[at])), Math.max(NARROWEST, widthOf(title))) + 2,
    ),
  }))
  const blob = (await writeExcelFile([{ sheet, data, columns, stickyRowsCount: 1 }], {
    fontFamily: '宋体',
    fontSize: 11,
  }).toBlob()) as { arrayBuffer(): Promise<ArrayBuffer> }
  return util.uint8ArrayToBase64(new Uint8Array(await blob.arrayBuffer()))
}

const cellOf = (value: Value): CellObject | null =>
  value === null || value === '' ? null : typeof value === 'number' ? { type: Number, value } : text(value)

/** Always a text cell, and one that a spreadsheet never takes for a formula, also after it was saved as CSV. */
const text = (value: string) => ({ type: String, value: /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value })

/** A Chinese character is as wide as two letters. */
const widthOf = (value: Value | undefined): number =>
  [...String(value ?? '')].reduce((sum, char) => sum + (char > '\u2000' ? 2 : 1), 0)
