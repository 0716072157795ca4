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
const ROW = 19
const RULE_WIDTH = 62

/** Prints on A4, as wide as the page and as long as it takes; the library has no option for it. */
const A4 = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) =>
          xml
            .replace(/<worksheet[^>]*>/u, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
            .replace(
              '</worksheet>',
              '<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" fitToHeight="0"/></worksheet>',
            ),
      },
    },
  },
}

/** One sheet as schools file it and one that says what every line counts. Base64. */
export async function writeXlsx(paper: Paper): Promise<string> {
  const { words } = paper
  const blob = (await writeExcelFile(
    [
      {
        sheet: words.paper.sheet,
        data: tableRows(paper),
        columns: [{ width: 14 }, { width: 28 }, { width: 10 }, { width: 15 }, { width: 15 }, { width: 10 }],
        stickyRowsCount: 4,
        showGridLines: false,
      },
      {
        sheet: words.paper.definitions,
        data: definitionRows(paper),
        columns: [{ width: 14 }, { width: 26 }, { width: RULE_WIDTH }],
        stickyRowsCount: 1,
        showGridLines: false,
      },
    ],
    { fontFamily: paper.language === 'zh' ? '宋体' : 'Calibri', fontSize: 11, features: [A4] },
  ).toBlob()) as { arrayBuffer(): Promise<ArrayBuffer> }
  return util.uint8ArrayToBase64(new Uint8Array(await blob.arrayBuffer()))
}

function tableRows({ title, about, sections, words, signatures }: Paper): Row[] {
  const { columns } = words
  return [
    wide(title, { fontWeight: 'bold', fontSize: 16, align: 'center', height: 30 }),
    ...about.map((line) => wide(line, { align: 'center', height: ROW })),
    [columns.part, columns.line, columns.persons, columns.visitsOrTimes, columns.minutes, columns.share].map(
      (value) => ({
        ...text(value),
        ...HEAD,
        height: ROW,
      }),
    ),
    ...sections.flatMap(({ title: part, lines }) =>
      lines.map((line, index): Row => [
        index === 0 ? { ...text(part), ...HEAD, wrap: true, rowSpan: lines.length } : null,
        { ...text(line.label), ...BORDER, height: ROW, align: 'left', indent: line.isPart ? 2 : 0 },
        number(line.persons),
        number(line.visits, line.key.startsWith('me') ? '0.0' : '0'),
        number(line.minutes, line.key.startsWith('me') ? '0.0' : '0'),
        line.share === null || typeof line.share === 'string'
          ? number(line.share)
          : { ...number(Math.round(line.share * 10) / 1000), format: '0.0%' },
      ]),
    ),
    [],
    signatures.flatMap((value): Row => [{ ...text(value), columnSpan: 2, height: 32 }, null]),
  ]
}

function definitionRows({ rules, notes, words }: Paper): Row[] {
  const head = [words.columns.part, words.columns.line, words.paper.definitions]
  return [
    head.map((value) => ({ ...text(value), ...HEAD, height: ROW })),
    ...rules.map(({ part, line, definition }): Row => [
      { ...text(part), ...BORDER, alignVertical: 'top' },
      { ...text(line), ...BORDER, alignVertical: 'top' },
      { ...text(definition), ...BORDER, wrap: true, alignVertical: 'top', height: heightOf(definition, RULE_WIDTH) },
    ]),
    ...notes.map((note): Row => [
      { ...text(note), columnSpan: 3, wrap: true, height: heightOf(note, 14 + 26 + RULE_WIDTH), alignVertical: 'top' },
      null,
      null,
    ]),
  ]
}

/** Room for every line of a wrapped text; a Chinese character is as wide as two letters. */
const heightOf = (value: string, width: number): number =>
  ROW * Math.max(1, Math.ceil([...value].reduce((sum, char) => sum + (char > '\u2000' ? 2 : 1), 0) / width))

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
