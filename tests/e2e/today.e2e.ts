import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '#tests/people'
import { type App, launch } from './launch.ts'
import { noonZone } from './pages/noon.ts'
import { catchPrinting, paperDesk } from './pages/paper-desk.ts'
import { pressSend, room, sheet } from './pages/room.ts'
import './papers/window.ts'

let app: App

beforeAll(async () => {
  app = await launch({ practice: true, timeZone: noonZone() })
  app.page.setDefaultTimeout(20_000)
  await app.page.getByRole('navigation').waitFor({ timeout: 90_000 })
  await catchPrinting(app.page)
}, 120_000)
afterAll(() => app.close())

/** The rows of what is due, all of them. */
const due = (text: string) => app.page.locator('.today-due .row', { hasText: text })
const wholeList = async (): Promise<void> => {
  const { page } = app
  await room(page).go('今日')
  await page.locator('.today-due .row').first().waitFor()
  const more = page.getByRole('button', { name: /^还有 \d+ 件$/u })
  if (await more.isVisible()) await more.click()
}

describe('what is due on Today', () => {
  it('a follow-up is recorded from its row, and the row goes', async () => {
    const { page } = app
    // Each list comes by itself.
    await due('首次来访后').first().waitFor()
    await wholeList()
    const before = await due('首次来访后').count()
    await due('首次来访后').first().getByRole('button', { name: '记回访' }).click()
    const form = sheet(page)
    await form.chip('当面')
    await form.fill('内容', '课间见了一面，说这两天睡得着。')
    await form.chip('平稳')
    await form.send()
    await expect.poll(() => due('首次来访后').count()).toBe(before - 1)
  })

  it('a call is returned from its row, and the row goes', async () => {
    const { page } = app
    await wholeList()
    const before = await due('等回话').count()
    await due('等回话').first().getByRole('button', { name: '记联系' }).click()
    const form = sheet(page)
    await form.fill('谈了什么', '已经说好下周再通话')
    await form.send()
    await expect.poll(() => due('等回话').count()).toBe(before - 1)
  })

  it('what a teacher handed in is settled in the sheet that its row opens', async () => {
    const { page } = app
    await wholeList()
    await due('班级动态').first().getByRole('button', { name: '处理' }).click()
    const side = page.locator('.side-sheet')
    await side.getByRole('radio', { name: '请老师继续留意' }).click()
    await side.getByRole('button', { name: '记下结果' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => due('班级动态').count()).toBe(0)
  })

  it('a name leads to the student', async () => {
    const { page } = app
    await wholeList()
    const name = await page.locator('.today-due .row-open').first().innerText()
    await page.locator('.today-due .row-open').first().click()
    await expect.poll(() => room(page).title()).toBe(name)
  })
})

describe('not fit to receive today', () => {
  it('the bookings of the day move to free times in one go, and no reason is asked', async () => {
    const { page } = app
    await room(page).go('今日')
    await page.getByRole('button', { name: '今天不便接待' }).click()
    const bar = page.locator('.today-unfit')
    await bar.getByText(/还有 \d+ 个预约没有移开/u).waitFor()
    await bar.getByRole('button', { name: '移开预约…' }).click()
    const form = sheet(page)
    await form.paper
      .getByText(/改到 \d+ 月 \d+ 日/u)
      .first()
      .waitFor()
    const count = await form.paper.getByRole('checkbox').count()
    expect(await form.paper.getByRole('textbox').count()).toBe(0)
    const name = await form.paper.locator('.row-name').first().innerText()
    await form.send()
    if ((await form.paper.locator('.row').count()) === count) await bar.getByText('今天的预约都已移开。').waitFor()
    await expect.poll(() => page.locator('.today-visitors .row', { hasText: name }).count()).toBe(0)
    await bar.getByRole('button', { name: '可以接待了' }).click()
    await bar.waitFor({ state: 'detached' })
  })
})

describe('the end of the day', () => {
  it('says what is left over, keeps the log, and prints it without a name', async () => {
    const { page } = app
    await page.getByRole('button', { name: '今日小结' }).click()
    const form = sheet(page)
    await form.paper.getByText('处理中的危机').waitFor()
    expect(await form.paper.innerText()).toContain('回访 1 次')
    await form.fill('备注', '明天早会说一下考试周的安排')
    await pressSend(page)
    await form.paper.getByText('日志已存。').waitFor()
    await form.paper.getByRole('button', { name: '打印日志' }).click()
    const desk = paperDesk(page)
    const text = (await (await desk.sheets()).allTextContents()).join('')
    for (const words of ['咨询师日志', '明天早会说一下考试周的安排', '回访已做（次）', '负责人（签收）'])
      expect(text).toContain(words)
    for (const { name } of CAST) expect(text).not.toContain(name)
    await desk.print()
    await page.getByText('已送去打印').waitFor()
    await desk.back()
  })

  it('the log stands in the register with the days before, and opens from there', async () => {
    const { page } = app
    await room(page).go('登记')
    await page.getByRole('tab', { name: '日志' }).click()
    const rows = page.getByRole('tabpanel').locator('.row')
    await expect.poll(() => rows.count()).toBeGreaterThan(5)
    expect(await rows.first().innerText()).toContain('明天早会说一下考试周的安排')
    await rows.nth(1).getByRole('button', { name: '看日志' }).click()
    await (await paperDesk(page).sheets()).first().waitFor()
    await paperDesk(page).back()
    await page.getByRole('tab', { name: '日志' }).waitFor()
  })
})

describe('thrown away by mistake', () => {
  it('a contact goes to the bin with a reason, is found in the settings and comes back', async () => {
    const { page } = app
    await page.getByRole('tab', { name: '联系' }).click()
    const lines = page.getByRole('list', { name: '联系记录' }).locator('.row')
    await lines.first().waitFor()
    const before = await lines.count()
    await lines.first().locator('.row-open').click()
    const side = page.locator('.side-sheet')
    await side.getByRole('button', { name: '以前的样子' }).waitFor()
    await side.getByRole('button', { name: '移到回收站' }).click()
    const ask = page.getByRole('dialog').last()
    await ask.getByRole('textbox').fill('记重了')
    await ask.getByRole('button', { name: '移到回收站' }).click()
    await expect.poll(() => lines.count()).toBe(before - 1)

    await room(page).go('设置')
    await page.getByRole('tab', { name: '回收站' }).click()
    const thrown = page.locator('.row', { hasText: '联系记录' }).first()
    await thrown.getByRole('button', { name: '取回' }).click()
    await sheet(page).paper.getByRole('textbox').fill('没有记重')
    await sheet(page).send()
    await page.getByText('回收站是空的。').waitFor()

    await room(page).go('登记')
    await page.getByRole('tab', { name: '联系' }).click()
    await expect.poll(() => lines.count()).toBe(before)
  })

  it('nothing on the way was refused by the page’s own rules', () => {
    expect(app.complaints).toEqual([])
  })
})
