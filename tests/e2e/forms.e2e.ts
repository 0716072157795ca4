import { join } from 'node:path'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import react from '@vitejs/plugin-react'
import type { Browser, Page } from 'playwright-core'
import { build, preview, type PreviewServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrintModel } from '#contract/prints'
import { person } from '#tests/people'
import { startBrowser } from './launch.ts'
import * as papers from './papers/models.ts'
import * as crises from './papers/crisis-models.ts'
import * as days from './papers/day-models.ts'
import * as plans from './papers/plan-models.ts'
import * as reports from './papers/report-models.ts'
import * as tests from './papers/test-models.ts'
import * as trust from './papers/trust-models.ts'
import './papers/window.ts'

const root = join(import.meta.dirname, '..', 'renderer', 'papers')
const outDir = mkdtempSync(join(tmpdir(), 'quietroom-papers-'))
let server: PreviewServer
let browser: Browser
let page: Page

type Language = 'zh' | 'en'
const lay = async (model: PrintModel, language: Language = 'zh') => {
  const name = await page.evaluate(([to, paper]) => window.lay(to, paper), [language, model] as const)
  await page.getByRole('dialog', { name, exact: true }).locator('.paper-sheet').first().waitFor()
}
const sheetCount = () => page.locator('.paper-sheet').count()
const textOf = (label: string) =>
  page.locator('.paper-row.paper-tall', { hasText: label }).locator('[data-flow]').allTextContents()

beforeAll(async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0 },
  })
  server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  })
  browser = await startBrowser()
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await page.goto(server.resolvedUrls?.local[0] ?? '')
  await page.waitForFunction(() => 'lay' in window)
})
afterAll(async () => {
  await browser.close()
  await server.close()
  rmSync(outDir, { recursive: true, force: true })
})

const all: [string, PrintModel][] = [
  ['a visit record', papers.visitRecord()],
  [
    'a visit record of several pages',
    papers.visitRecord({ state: papers.longText(30), measures: papers.longText(25) }),
  ],
  ['an informed notice', papers.notice()],
  ['a confidentiality agreement', papers.signedPaper('confidentiality', 'zh')],
  ['a confidentiality agreement in English', papers.signedPaper('confidentiality', 'en')],
  ['a work agreement', papers.signedPaper('work-agreement', 'zh')],
  ['a consent to recording', papers.signedPaper('recording-consent', 'zh')],
  ['a crisis report', crises.crisisReport()],
  ['a crisis report with ninety entries', crises.crisisReport(90)],
  ['a referral that waits for its slip', crises.referral(false)],
  ['a referral that came back', crises.referral(true)],
  ['a referral for aid', crises.aidSlip()],
  ['a referral for aid with a long text', crises.aidSlip(papers.longText(14))],
  ['a termly report', reports.termlyReport()],
  ['an explanation of a test', tests.testExplanation()],
  ['an explanation of an interview', tests.testExplanation('cssrs-screen')],
  ['an explanation of a test that only takes scores', tests.testExplanation('mht')],
  ['a result with a critical answer', tests.testResult('phq9', '1 2 2 1 1 1 2 0 1')],
  ['a result of an interview', tests.testResult('cssrs-screen', '1 1 1 1 0 1 1')],
  ['a result of many scales', tests.testResult('mht', '58 9 6 5 7 6 8 4 5 2')],
  ['a result of several pages', tests.longTestResult()],
  ['a result for the student', tests.testResultForStudent()],
  ['a long result for the student', tests.testResultForStudent(papers.longText(20))],
  ['a list of instruments', tests.instrumentList()],
  ['a summary of a screening round', tests.screeningSummary()],
  ['a summary of a round with many classes', tests.screeningSummary(24)],
  ['an intake', plans.intake()],
  ['an intake that is long and not finished', plans.intake(papers.longText(12))],
  ['a plan', plans.plan()],
  ['a career plan of eight goals, long', plans.plan('career', papers.longText(9))],
  ['a review', plans.review()],
  ['a stage summary for the family and for the file', plans.stage()],
  ['a stage summary for the file alone, long', plans.stage('', papers.longText(20))],
  ['a feedback slip', plans.feedback()],
  ['the log of a day', days.dailyLog(5)],
  ['the log of a day without visits', days.dailyLog(0)],
  ['the log of a day that goes on to a second sheet', days.dailyLog(44)],
  ['a certificate of a rehearsal', trust.backupCertificate()],
  ['a certificate of a rehearsal that did not pass', trust.backupCertificate(false)],
  ['a witness sheet of one week', trust.auditWitness(1)],
  ['a witness sheet of a term', trust.auditWitness(22)],
]

/** An agreement and a summary with words for the family are made twice, one behind the other, each with its own pages. */
const copiesOf = (model: PrintModel): number =>
  model.form === 'confidentiality' ||
  model.form === 'work-agreement' ||
  (model.form === 'stage' && model.stage?.familyText !== '')
    ? 2
    : 1

describe('the printed forms', () => {
  for (const language of ['zh', 'en'] as const)
    it.each(all)(`%s fits its sheets, in ${language}`, async (_name, model) => {
      await lay(model, language)
      const sheets = await page.locator('.paper-sheet').evaluateAll((found) =>
        found.map((sheet) => {
          const box = sheet.querySelector('.paper-sheet-body')!.getBoundingClientRect()
          const inside = [...sheet.querySelectorAll('.paper-sheet-body *')].map((element) =>
            element.getBoundingClientRect(),
          )
          const { width, height } = sheet.getBoundingClientRect()
          return {
            size: [Math.round(width), Math.round(height)],
            below: Math.max(...inside.map(({ bottom }) => bottom)) - box.bottom,
            beside: Math.max(...inside.map(({ right }) => right)) - box.right,
            blocks: sheet.querySelector('.paper-sheet-body')!.childElementCount,
            text: sheet.textContent,
          }
        }),
      )
      const pages = sheets.length / copiesOf(model)
      for (const [index, sheet] of sheets.entries()) {
        expect(sheet.size).toEqual([794, 1123])
        expect(sheet.below).toBeLessThan(1)
        expect(sheet.beside).toBeLessThan(1)
        expect(sheet.blocks).toBeGreaterThan(0)
        expect(sheet.text).toContain(language === 'zh' ? '保密' : 'CONFIDENTIAL')
        expect(sheet.text).toContain(language === 'zh' ? '仅供参考，不作诊断证明' : 'not proof of any diagnosis')
        expect(sheet.text).toContain(
          language === 'zh'
            ? `第 ${(index % pages) + 1} 页，共 ${pages} 页`
            : `Page ${(index % pages) + 1} of ${pages}`,
        )
      }
      expect(await page.locator('.paper-desk').textContent()).not.toMatch(/forms\.|codes\.|undefined|NaN/)
    })

  it('a note over many pages keeps every character once and in order', async () => {
    const state = `${papers.longText(30)}\n\n\n末尾有空行、𠮷𬭎、é、👩‍👩‍👧 和 a long English sentence that wraps where it wants to.\n${papers.longText(20)}`
    await lay(papers.visitRecord({ state }))
    const pieces = await textOf('当前状态')
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces.join('')).toBe(state)
    expect(await page.getByText('（续）').count()).toBe(pieces.length - 1)
  })

  it('a page never begins or ends with a single line of a longer text', async () => {
    for (const paragraphs of [9, 10, 11, 12]) {
      await lay(papers.visitRecord({ state: papers.longText(paragraphs) }))
      const heights = await page
        .locator('.paper-row.paper-tall', { hasText: '当前状态' })
        .locator('[data-flow]')
        .evaluateAll((flows) =>
          flows.map(
            (flow) => flow.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(flow).lineHeight),
          ),
        )
      for (const lines of heights) expect(Math.round(lines)).toBeGreaterThan(1)
    }
  })

  it('every entry of a long crisis stands once, under the repeated head, and what was struck out stays readable', async () => {
    await lay(crises.crisisReport(90))
    const rows = await page.locator('.paper-row.paper-entry:not(.paper-titles) > .paper-figure').allTextContents()
    expect(rows).toEqual(Array.from({ length: 90 }, (_, n) => String(n + 1)))
    const heads = await page.locator('.paper-row.paper-entry.paper-titles').count()
    const sheetsWithEntries = await page
      .locator('.paper-sheet', { has: page.locator('.paper-row.paper-entry:not(.paper-titles)') })
      .count()
    expect(heads).toBe(sheetsWithEntries)
    expect(await page.locator('.paper-struck').textContent()).toBe('误记：学生已离校。')
    expect(await page.getByText('原因：看错了人').count()).toBe(1)
  })

  it('a termly report hides numbers of few persons and says so', async () => {
    await lay(reports.termlyReport())
    expect(await page.getByText('人数少于 3 的显示为“<3”').count()).toBe(1)
    const figuresOf = (label: string) =>
      page.locator('.paper-sheet .paper-entry', { hasText: label }).locator('.paper-figure').allTextContents()
    expect(await figuresOf('实测（占比为覆盖率）')).toEqual(['1168', '97.8%'])
    expect(await figuresOf('需关注')).toEqual(['61', '5.2%'])
    expect(await figuresOf('已面谈').then((found) => found.slice(-2))).toEqual(['—', '—'])
  })

  it('the slip of a referral is never torn apart', async () => {
    for (const lines of [1, 6, 9, 12, 16]) {
      const model = crises.referral(false)
      await lay({ ...model, referral: { ...model.referral!, reason: papers.longText(lines) } })
      const slip = page.locator('.paper-sheet', { has: page.getByRole('heading', { name: '转介回执' }) })
      expect(await slip.getByText('接收机构（签名或盖章）').count()).toBe(1)
    }
  })

  it('a result shows score, band, what was critical and what was done, and the rights of the instrument', async () => {
    await lay(tests.testResult('phq9', '1 2 2 1 1 1 2 0 1'))
    const text = (await page.locator('.paper-sheet').allTextContents()).join('')
    for (const words of [
      '11',
      '中度抑郁症状',
      '0–27',
      '有不如死掉或用某种方式伤害自己的念头',
      '当天面谈',
      '午休面谈 30 分钟',
      'Spitzer',
      '流传译本，非官方',
    ])
      expect(text).toContain(words)
  })

  it('what the student takes home names no score, no band and no critical question', async () => {
    await lay(tests.testResultForStudent())
    const text = (await page.locator('.paper-sheet').allTextContents()).join('')
    expect(text).toContain('这两周你过得有些累')
    expect(text).toContain('12356')
    expect(text).toContain('Spitzer')
    expect(text).not.toMatch(/中度|重度|轻度|得分|死掉|伤害自己的念头|0–27/)
  })

  it('an explanation asks the guardian to sign for a child under fourteen, and not after', async () => {
    const model = tests.testExplanation()
    await lay(model)
    expect(await page.locator('.paper-who').allTextContents()).toHaveLength(3)
    await lay({ ...model, student: { ...model.student!, birthDate: '2010-04-02' } })
    expect(await page.locator('.paper-who').allTextContents()).toHaveLength(2)
  })

  it('a summary hides small numbers and names nobody', async () => {
    await lay(tests.screeningSummary())
    const small = page.locator('.paper-entry', { hasText: '七(1)班' }).first()
    expect(await small.locator('.paper-figure').allTextContents()).toEqual(['40', '39', '97.5%', '—', '—', '—', '—'])
    expect(await page.locator('.papers').textContent()).not.toContain(person('li-ruoxi').name)
  })

  it('on paper every line stands where it stands on the screen', async () => {
    await lay(papers.visitRecord({ state: papers.longText(12) }))
    const places = () =>
      page.locator('.paper-sheet').evaluateAll((sheets) =>
        sheets.map((sheet) => {
          const from = sheet.getBoundingClientRect()
          return [...sheet.querySelectorAll('.paper-row, .paper-flow')].map((element) => {
            const { top, left, height } = element.getBoundingClientRect()
            return [top - from.top, left - from.left, height].map((value) => Math.round(value * 10))
          })
        }),
      )
    const onScreen = await places()
    await page.emulateMedia({ media: 'print' })
    const onPaper = await places()
    await page.emulateMedia({ media: null })
    expect(onPaper).toEqual(onScreen)
  })

  it('one sheet is one page of A4, with none left blank', async () => {
    await lay(papers.visitRecord({ state: papers.longText(12) }))
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(await sheetCount())
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? []
    expect([Number(width), Number(height)].map(Math.round)).toEqual([595, 842])
  })

  it('rare characters of names come from our own fonts, in every weight', async () => {
    const rare = ['qian-hong', 'long-yan', 'su-jie'].map((key) => person(key).name).join('')
    const characters = Array.from(`${rare}𠮷𰻝㐂龘堃㵘䲜𫖯`)
    const model = papers.visitRecord({ state: characters.join('') })
    await lay({ ...model, student: { ...model.student!, name: rare } })
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('DOM.enable')
    await devtools.send('CSS.enable')
    const { root: top } = await devtools.send('DOM.getDocument')
    for (const selector of ['.paper-value strong', '.paper-row.paper-tall.paper-grows .paper-flow']) {
      const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: top.nodeId, selector })
      const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
      expect(fonts.filter((font) => !font.isCustomFont)).toEqual([])
      const glyphs = fonts.reduce((sum, font) => sum + font.glyphCount, 0)
      expect(glyphs).toBe(selector === '.paper-value strong' ? Array.from(rare).length : characters.length)
    }
  })

  it('the recovery sheet shows every line of the code on one page', async () => {
    for (const language of ['zh', 'en'] as const) {
      const lines = ['7K3M-Q9PX-2', '8RTW-5VNB-~', '6GYA-1ESP-K', '4JZC-0D8E-7']
      const name = await page.evaluate(([to, code]) => window.layRecoverySheet(to, code), [
        language,
        lines.join(' '),
      ] as const)
      await page.getByRole('dialog', { name, exact: true }).locator('.paper-sheet').waitFor()
      for (const line of lines) expect(await page.locator('.paper-secret-code').textContent()).toContain(line)
    }
  })

  it('the sheet of the backup passphrase shows every word of it on one page', async () => {
    for (const language of ['zh', 'en'] as const) {
      const words = ['woodpecker', 'granite', 'seventeen', 'lantern', 'overcoat', 'mushroomtelegram', 'blanketribbon']
      const name = await page.evaluate(([to, phrase]) => window.layPassphraseSheet(to, phrase), [
        language,
        words.join('-'),
      ] as const)
      await page.getByRole('dialog', { name, exact: true }).locator('.paper-sheet').waitFor()
      expect(await sheetCount()).toBe(1)
      for (const word of words) expect(await page.locator('.paper-secret-code').textContent()).toContain(word)
    }
  })

  it('Escape puts the paper away, Ctrl+P prints all its sheets, and without a paper nothing can be printed', async () => {
    await lay(papers.visitRecord())
    const sheets = await sheetCount()
    await page.keyboard.press('Control+p')
    expect(await page.evaluate(() => window.printed.at(-1))).toBe(sheets)
    await page.keyboard.press('Escape')
    expect(await page.locator('.paper-desk').count()).toBe(0)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#root').isVisible()).toBe(false)
    await page.emulateMedia({ media: null })
  })
})
