/** A cell as the file holds it: text, number (with Excel's date flag resolved to `date`), yes/no or nothing. */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number; text: string }
  /** A date cell: `YYYY-MM-DD`, worked out from the serial number, never through a time zone. */
  | { kind: 'date'; date: string; text: string }
  | { kind: 'boolean'; value: boolean }
  | null

export type Sheet = {
  name: string
  hidden: boolean
  rows: Cell[][]
  /** Number that a person sees for each row: the spreadsheet row, in text files the physical line. */
  rowNumbers: number[]
  /** Rows hidden by the author, as indexes into `rows`. */
  hiddenRows: number[]
}
/** What a reader makes of any table file: sheets of cells with merged cells filled down and across. */
export type Workbook = {
  sheets: Sheet[]
  /** Bare serial numbers count from 1904 (old Mac workbooks) instead of 1900. */
  date1904: boolean
}
