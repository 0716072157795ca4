import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx'
import type { Shown, ShownLine } from '#contract/report-shown'
import type { Paper } from './paper.ts'

/** Twentieths of a point. A4 with margins of 2 cm leaves 9638 for the table. */
const CM = 567
const WIDTHS = [1500, 3538, 1100, 1500, 1100, 900]
const HEAD_FILL = 'EEEAE1'
const FONTS = {
  zh: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' },
  en: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' },
}

/** An A4 page that can still be edited in Word or WPS. Base64. */
export function writeDocx(paper: Paper): Promise<string> {
  const { language, title, about, notes, words } = paper
  const page = words.paper.page.split(/\{\{|\}\}/u)
  return Packer.toBase64String(
    new Document({
      title,
      styles: {
        default: {
          document: {
            run: { font: FONTS[language], size: 21, language: { value: 'en-US', eastAsia: 'zh-CN' } },
          },
        },
      },
      sections: [
        {
          properties: {
            page: {
              size: { width: 11906, height: 16838 },
              margin: { top: 2 * CM, bottom: 2 * CM, left: 2 * CM, right: 2 * CM },
            },
          },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  children: page.map(
                    (part) =>
                      new TextRun({
                        size: 18,
                        children: [
                          part === 'page' ? PageNumber.CURRENT : part === 'pages' ? PageNumber.TOTAL_PAGES : part,
                        ],
                      }),
                  ),
                }),
              ],
            }),
          },
          children: [
            line(title, { alignment: AlignmentType.CENTER, spacing: { after: 120 } }, { bold: true, size: 32 }),
            line(about.join('    '), { alignment: AlignmentType.CENTER, spacing: { after: 160 } }),
            numbersTable(paper),
            signatureRow(paper),
            line(words.paper.definitions, { spacing: { before: 280, after: 80 }, keepNext: true }, { bold: true }),
            ...definitionLines(paper),
            ...notes.map((note) => line(note, { spacing: { before: 40 } }, { size: 18 })),
          ],
        },
      ],
    }),
  )
}

function numbersTable({ sections, words }: Paper): Table {
  const { columns } = words
  const heads = [columns.part, columns.line, columns.persons, columns.visitsOrTimes, columns.minutes, columns.share]
  return new Table({
    width: { size: sum(WIDTHS), type: WidthType.DXA },
    columnWidths: WIDTHS,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: heads.map((text, at) => headCell(text, at)) }),
      ...sections.flatMap(({ title, lines }) =>
        lines.map(
          (one, index) =>
            new TableRow({
              cantSplit: true,
              children: [
                new TableCell({
                  width: { size: WIDTHS[0]!, type: WidthType.DXA },
                  verticalMerge: index === 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
                  verticalAlign: VerticalAlignTable.CENTER,
                  shading: { fill: HEAD_FILL },
                  children: [line(index === 0 ? title : '', { alignment: AlignmentType.CENTER }, { bold: true })],
                }),
                cell(1, one.label, AlignmentType.LEFT, one.isPart ? 320 : 0),
                ...figures(one).map((text, at) => cell(at + 2, text, AlignmentType.RIGHT)),
              ],
            }),
        ),
      ),
    ],
  })
}

const definitionLines = ({ rules, language }: Paper): Paragraph[] =>
  rules.map(
    ({ part, line: name, definition }) =>
      new Paragraph({
        spacing: { after: 20 },
        children: [
          new TextRun({ text: `${part} · ${name}${language === 'zh' ? '：' : ': '}`, bold: true, size: 18 }),
          new TextRun({ text: definition, size: 18 }),
        ],
      }),
  )

function signatureRow({ signatures }: Paper): Table {
  const width = Math.floor(sum(WIDTHS) / signatures.length)
  return new Table({
    width: { size: sum(WIDTHS), type: WidthType.DXA },
    columnWidths: signatures.map(() => width),
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: 640, rule: 'atLeast' },
        children: signatures.map(
          (text) =>
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              verticalAlign: VerticalAlignTable.CENTER,
              margins: { left: 100 },
              children: [line(text)],
            }),
        ),
      }),
    ],
  })
}

const headCell = (text: string, at: number): TableCell =>
  new TableCell({
    width: { size: WIDTHS[at]!, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    shading: { fill: HEAD_FILL },
    children: [line(text, { alignment: AlignmentType.CENTER }, { bold: true })],
  })

const cell = (at: number, text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType], indent = 0) =>
  new TableCell({
    width: { size: WIDTHS[at]!, type: WidthType.DXA },
    margins: { left: 100, right: 100 },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [line(text, { alignment, indent: { left: indent } })],
  })

const line = (
  text: string,
  paragraph: Omit<ConstructorParameters<typeof Paragraph>[0] & object, 'children'> = {},
  run: { bold?: boolean; size?: number } = {},
): Paragraph => new Paragraph({ ...paragraph, children: [new TextRun({ text, ...run })] })

const figures = ({ persons, visits, minutes, share }: ShownLine): string[] => [
  shown(persons),
  shown(visits),
  shown(minutes),
  typeof share === 'number' ? `${share.toFixed(1)}%` : shown(share),
]
const shown = (value: Shown): string => (value === null ? '' : String(value))
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
