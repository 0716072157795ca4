import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { shownReport, type Shown, type ShownLine } from '#contract/report-shown'
import { unpackTableParts } from '#electron/host/workbook/zip-parts'
import { tempFolder, testContext, type TestContext } from '#tests/context'
import { busySchool, FIRST_DAY, LAST_DAY } from './busy-school.ts'

const YEAR = { from: FIRST_DAY, to: LAST_DAY }
type Wish = { format: 'xlsx' | 'docx'; language?: 'zh' | 'en'; hideBelow?: number }

async function fileOf({ client }: TestContext, { format, language = 'zh', hideBelow = 0 }: Wish) {
  const { fileName, content } = await client.reports.export({ ...YEAR, format, language, hideBelow })
  return { fileName, bytes: Buffer.from(content, 'base64') }
}
async function linesOf({ client }: TestContext, hideBelow: number, language: 'zh' | 'en' = 'zh'): Promise<ShownLine[]> {
  return shownReport(await client.reports.termly(YEAR), language, hideBelow).flatMap(({ lines }) => lines)
}
const nothing = (value: unknown): unknown => (value === '' ? null : (value ?? null))

/** Label and four figures of each row between the head and the signatures. */
function sheetRows(bytes: Buffer): unknown[][] {
  const book = read(bytes)
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, defval: null })
  const figures = rows.slice(4).filter((row) => row[1] && row.slice(2).some((value) => value !== null))
  return figures.map((row) => row.slice(1, 6).map(nothing))
}
const asSheet = ({ label, persons, visits, minutes, share }: ShownLine): unknown[] => [
  label,
  persons,
  visits,
  minutes,
  typeof share === 'number' ? Math.round(share * 10) / 1000 : share,
]

/** The same of a Word table. */
function documentRows(bytes: Buffer): string[][] {
  const xml = unpackTableParts(bytes).get('word/document.xml')?.toString('utf8') ?? ''
  return [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gsu)]
    .map(([row]) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) => textOf(cell)))
    .filter((cells) => cells.length === 6)
    .slice(1)
    .map((cells) => cells.slice(1))
}
const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)]
    .map(([, text]) => text)
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&apos;', "'")
const written = (value: Shown): string => (value === null ? '' : String(value))
const asDocument = ({ label, persons, visits, minutes, share }: ShownLine): string[] => [
  label,
  written(persons),
  written(visits),
  written(minutes),
  typeof share === 'number' ? `${share.toFixed(1)}%` : written(share),
]

describe('the summary as a file', { timeout: 60_000 }, () => {
  it('holds in Excel exactly the numbers of the screen, as numbers', async () => {
    const school = await busySchool(5, 50)
    for (const hideBelow of [0, 3]) {
      const { bytes } = await fileOf(school, { format: 'xlsx', hideBelow })
      const expected = await linesOf(school, hideBelow)
      expect(sheetRows(bytes)).toEqual(expected.map(asSheet))
      expect(expected.some(({ persons }) => persons === '<3')).toBe(hideBelow === 3)
    }
  })

  it('holds in Word exactly the numbers of the screen', async () => {
    const school = await busySchool(6, 50)
    for (const [language, hideBelow] of [
      ['zh', 0],
      ['en', 3],
    ] as const) {
      const { bytes } = await fileOf(school, { format: 'docx', language, hideBelow })
      expect(documentRows(bytes)).toEqual((await linesOf(school, hideBelow, language)).map(asDocument))
    }
  })

  it('says what is counted, who made it and who is to sign, and names a Chinese font', async () => {
    const { client } = await busySchool(7, 10)
    const { bytes } = await fileOf({ client } as TestContext, { format: 'docx' })
    const parts = unpackTableParts(bytes)
    const text = textOf(parts.get('word/document.xml')?.toString('utf8') ?? '')
    for (const words of ['云杉中学心理辅导工作统计表', '统计口径', '填表人：林老师', '审核人：', '不作诊断证明'])
      expect(text).toContain(words)
    expect(parts.get('word/styles.xml')?.toString('utf8')).toContain('w:eastAsia="宋体"')
    const workbook = read((await fileOf({ client } as TestContext, { format: 'xlsx' })).bytes)
    expect(workbook.SheetNames).toEqual(['统计表', '统计口径'])
  })

  it('never lets a word of the school become a formula', async () => {
    const { client } = testContext()
    const workplace = await client.settings.workplace({})
    await client.settings.saveClasses({
      classes: [...workplace.classes, { gradeNo: null, grade: '=1+1', entryYear: null, classNo: null, name: '=1+1班' }],
    })
    await client.settings.saveSchool({ school: { ...workplace.school, name: '=HYPERLINK("x")' } })
    const { bytes, fileName } = await fileOf({ client } as TestContext, { format: 'xlsx' })
    expect(fileName).not.toMatch(/["/\\:]/u)
    const sheet = read(bytes).Sheets['统计表']!
    const texts = Object.values(sheet).filter((cell) => typeof cell === 'object' && 't' in cell && cell.t === 's')
    expect(texts.some((cell) => String(cell.v) === "'=1+1")).toBe(true)
    for (const cell of texts) expect(String(cell.v)).not.toMatch(/^[=+\-@]/u)
    expect(unpackTableParts(bytes).get('xl/worksheets/sheet1.xml')?.toString('utf8')).not.toContain('<f>')
  })

  it('has a name that every system takes, and leaves an audit line', async () => {
    const { client } = await busySchool(8, 10)
    const { fileName } = await fileOf({ client } as TestContext, { format: 'docx' })
    expect(fileName).toBe('云杉中学 心理辅导工作统计表 2026-01-05_2026-11-20.docx')
    expect(JSON.stringify(await client.audit.list({ before: null, limit: 5 }))).toContain('report.exported')
  })
})

const hasOffice = spawnSync('soffice', ['--version']).status === 0

/** Runs wherever LibreOffice is installed. */
describe.runIf(hasOffice)('LibreOffice', () => {
  it('opens both files and finds the same words in them', { timeout: 120_000 }, async () => {
    const school = await busySchool(9, 40)
    const folder = tempFolder()
    const convert = (file: string, to: string) =>
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          to,
          '--outdir',
          join(folder, 'out'),
          file,
        ],
        { stdio: 'ignore' },
      )
    const lines = await linesOf(school, 0)

    const sheet = join(folder, 'summary.xlsx')
    writeFileSync(sheet, (await fileOf(school, { format: 'xlsx' })).bytes)
    convert(sheet, 'xlsx')
    expect(sheetRows(readFileSync(join(folder, 'out', 'summary.xlsx')))).toEqual(lines.map(asSheet))

    const document = join(folder, 'paper.docx')
    writeFileSync(document, (await fileOf(school, { format: 'docx' })).bytes)
    convert(document, 'txt:Text (encoded):UTF8')
    const text = readFileSync(join(folder, 'out', 'paper.txt'), 'utf8')
    for (const { label } of lines) expect(text).toContain(label)
  })
})
