import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/universal'
import { util } from 'zod/v4/core'
import type { Shown } from '#contract/report-shown'
import type { Paper } from './paper.ts'

const BORDER = { borderStyle: 'thin', borderColor: '#8a857b' } as const
const HEAD = {
  ...BORDER,
  fontWeight: 'bold',
  backgroundColor: '#eeeae1',
  align: 'center',
  alignVertical: 'center',
} as const
const COLUMNS = 6

/** One sheet as schools file it and one that says what every line counts. Base64. */
export async function writeXlsx(paper: Paper): Promise<string> {
  const { words } = paper
  const blob = (await writeExcelFile(
    [
      {
        sheet: words.paper.sheet,
        data: tableRows(paper),
        columns: [{ width: 14 }, { width: 30 }, { width: 10 }, { width: 14 }, { width: 14 }, { width: 10 }],
        stickyRowsCount: 4,
        showGridLines: false,
      },
      {
        sheet: words.paper.definitions,
        data: definitionRows(paper),
        columns: [{ width: 14 }, { width: 30 }, { width: 80 }],
        stickyRowsCount: 1,
        showGridLines: false,
      },
    ],
    { fontFamily: paper.language === 'zh' ? '宋体' : 'Calibri', fontSize: 11 },
  ).toBlob()) as { arrayBuffer(): Promise<ArrayBuffer> }
  return util.uint8ArrayToBase64(new Uint8Array(await blob.arrayBuffer()))
}

function tableRows({ title, about, sections, words, signatures }: Paper): Row[] {
  const { columns } = words
  return [
    wide(title, { fontWeight: 'bold', fontSize: 16, align: 'center', height: 30 }),
    ...about.map((line) => wide(line, { align: 'center' })),
    [columns.part, columns.line, columns.persons, columns.visitsOrTimes, columns.minutes, columns.share].map(
      (value) => ({
        ...text(value),
        ...HEAD,
      }),
    ),
    ...sections.flatMap(({ title: part, lines }) =>
      lines.map((line, index): Row => [
        index === 0 ? { ...text(part), ...HEAD, wrap: true, rowSpan: lines.length } : null,
        { ...text(line.label), ...BORDER, indent: line.isPart ? 2 : 0 },
        number(line.persons),
        number(line.visits, line.key.startsWith('me') ? '0.0' : '0'),
        number(line.minutes, line.key.startsWith('me') ? '0.0' : '0'),
        line.share === null || typeof line.share === 'string'
          ? number(line.share)
          : { ...number(line.share / 100), format: '0.0%' },
      ]),
    ),
    [],
    signatures.flatMap((value): Row => [{ ...text(value), columnSpan: 2 }, null]),
  ]
}

function definitionRows({ sections, notes, words }: Paper): Row[] {
  const head = [words.columns.part, words.columns.line, words.paper.definitions]
  return [
    head.map((value) => ({ ...text(value), ...HEAD })),
    ...sections.flatMap(({ title, lines }) =>
      lines.map(({ label, definition }, index): Row => [
        index === 0 ? { ...text(title), ...HEAD, wrap: true, rowSpan: lines.length } : null,
        { ...text(label), ...BORDER, alignVertical: 'top' },
        { ...text(definition), ...BORDER, wrap: true },
      ]),
    ),
    ...notes.map((note): Row => [
      { ...text(note), columnSpan: 3, wrap: true, height: 32, alignVertical: 'top' },
      null,
      null,
    ]),
  ]
}

const wide = (value: string, style: object): Row => [
  { ...text(value), ...style, columnSpan: COLUMNS },
  ...Array.from({ length: COLUMNS - 1 }, () => null),
]

/** Always a text cell, and one that a spreadsheet never takes for a formula, also after it was saved as CSV. */
const text = (value: string) => ({ type: String, value: /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value })

const number = (value: Shown, format = '0'): CellObject =>
  value === null
    ? { ...BORDER }
    : typeof value === 'number'
      ? { type: Number, value, format, align: 'right', ...BORDER }
      : { ...text(value), align: 'right', ...BORDER }
