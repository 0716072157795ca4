import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpackTableParts } from '#electron/host/workbook/zip-parts'
import { person } from '#tests/people'
import { type App, launch } from './launch.ts'
import { paperDesk } from './pages/paper-desk.ts'
import { reportsPage } from './pages/reports-page.ts'

let app: App
let reports: ReturnType<typeof reportsPage>

beforeAll(async () => {
  app = await launch({ practice: true })
  reports = reportsPage(app.page)
  await reports.open()
})
afterAll(() => app.close())

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

describe('the termly summary', () => {
  it('adds up on the screen', async () => {
    const total = await reports.value('总体', '来访合计', '人次（次数）')
    expect(total).toBeGreaterThan(50)
    for (const section of ['按月份', '按年级', '按性别', '按来访方式', '按来源'])
      expect(sum(await reports.visits(section)), section).toBe(total)
    expect(await reports.value('总体', '来访合计', '人数')).toBeLessThan(total)
  })

  it('opens behind a number as many records as it says, and from there the visit itself', async () => {
    const persons = await reports.value('总体', '来访合计', '人数')
    await reports.numberOf('总体', '来访合计', '人数').click()
    await reports.records().first().waitFor()
    expect(await reports.records().count()).toBe(persons)
    const name = await reports.records().first().getByRole('button').first().textContent()
    await reports.records().first().getByRole('button', { name: '打开' }).click()
    await app.page.getByRole('heading', { name: name ?? '' }).waitFor()
    await reports.open()
  })

  it('can be walked and explained by keys alone', async () => {
    await reports.numberOf('总体', '来访合计', '人数').focus()
    await app.page.keyboard.press('ArrowRight')
    const focused = () => app.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    expect(await focused()).toMatch(/^来访合计 人次/u)
    await app.page.keyboard.press('ArrowDown')
    expect(await focused()).toMatch(/^学生本人来访 人次/u)
    await app.page.keyboard.press('?')
    await app.page.getByText('来一次计一人次').first().waitFor()
    await app.page.keyboard.press('Enter')
    await reports.records().first().waitFor()
    await reports.closeRecords()
  })

  it('says every bar of a chart in words', async () => {
    const chart = app.page.getByRole('img', { name: /^各月人次/u })
    const spoken = (await chart.getAttribute('aria-label')) ?? ''
    for (const visits of await reports.visits('按月份')) expect(spoken).toContain(` ${visits}`)
    await chart.locator('svg').waitFor()
  })
})

describe('what leaves the room', () => {
  it('is an Excel file with exactly the cells of the preview, small numbers hidden', async () => {
    await reports.askFor('Excel')
    const preview = await reports.preview()
    expect(preview.some(([, persons]) => persons === '<3')).toBe(true)
    const { fileName, bytes } = await reports.export()
    expect(fileName).toMatch(/^云杉中学 心理辅导工作统计表 .+\.xlsx$/u)
    const book = read(bytes)
    const rows = utils
      .sheet_to_json<string[]>(book.Sheets['统计表']!, { header: 1, raw: false, defval: '' })
      .slice(4, 4 + preview.length)
    const plain = (row: readonly string[]) => row.map((cell) => cell.replace(/\.0$/u, ''))
    expect(rows.map((row) => plain(row.slice(1, 6)))).toEqual(preview.map(plain))
    expect(JSON.stringify(book.Sheets)).not.toContain(person('zhao-kexin').name)
    expect(JSON.stringify(book.Sheets)).toContain('练习，非真实记录')
  })

  it('is a Word file with the same rows', async () => {
    await reports.askFor('Word')
    await reports.chooseAll()
    const preview = await reports.preview()
    const { fileName, bytes } = await reports.export()
    expect(fileName).toMatch(/\.docx$/u)
    const xml = unpackTableParts(bytes).get('word/document.xml')?.toString('utf8') ?? ''
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gsu)]
      .map(([row]) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) => textOf(cell)))
      .filter((cells) => cells.length === 6)
    expect(rows.slice(1).map((cells) => cells.slice(1))).toEqual(preview)
  })

  it('can be printed from the same page', async () => {
    await app.page.getByRole('button', { name: '打印', exact: true }).click()
    const desk = paperDesk(app.page)
    const text = async () => (await (await desk.sheets()).allTextContents()).join('')
    expect(await text()).toContain('心理辅导工作统计表')
    expect(await text()).toContain('<3')
    await desk.hideSmall('全部显示')
    expect(await text()).not.toContain('<3')
    await desk.back()
  })

  it('gave the page nothing to complain about', () => {
    expect(app.complaints).toEqual([])
  })
})

describe('a period', () => {
  it('in which nobody came says so', async () => {
    await reports.choosePeriod('2026春')
    await app.page.getByText('这段时间还没有记录').waitFor()
    expect(await app.page.locator('.report-table').count()).toBe(0)
  })

  it('that cannot be counted says so, and is counted when asked again', async () => {
    await app.page.route('**/rpc/reports/termly', (route) => route.abort())
    await reports.choosePeriod('自选日期')
    await app.page.getByLabel('从').fill('2026-04-07')
    await app.page.keyboard.press('Enter')
    const alert = app.page.getByRole('alert').filter({ hasText: '没能统计出这段时间的数字' })
    await alert.waitFor()
    await app.page.unroute('**/rpc/reports/termly')
    await alert.getByRole('button', { name: '再试一次' }).click()
    await alert.waitFor({ state: 'detached' })
    expect(await alert.count()).toBe(0)
  })
})

const textOf = (xml: string): string => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join('')
