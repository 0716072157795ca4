import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person } from '#tests/people'
import { type App, launch } from './launch.ts'
import { room, sheet } from './pages/room.ts'
import { setUpRoom } from './pages/set-up.ts'

const child = person('qiu-yifan')
let app: App

beforeAll(async () => {
  app = await launch()
  const { page } = app
  page.setDefaultTimeout(15_000)
  await setUpRoom(page)
  await room(page).addStudent(child.name)
  await room(page).registerVisit()
})
afterAll(() => app.close())

describe('a summary of a stage, and what the month brings', () => {
  it('the month is looked through case by case, and the line goes when all is decided', async () => {
    const { page } = app
    await room(page).go('今日')
    const line = page.getByText('本月家长交流会：还有 1 个个案没有定')
    await line.waitFor()
    await page.getByRole('button', { name: '去定' }).click()
    await page.getByRole('radio', { name: '本月不需要' }).click()
    await page.getByText('都定好了。').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => line.count()).toBe(0)
  })

  it('is written for the file and for the family, held to what was agreed, printed twice and handed over', async () => {
    const { page } = app
    await room(page).openCase(child.name)
    const panel = page.locator('#case-stages')
    await panel.getByRole('button', { name: '写阶段小结' }).click()
    const form = sheet(page)
    await form.fill('存档的一份', '面谈三次，说得出困倦的原因')
    await form.fill('给家里的一份', '孩子按时来谈，请在家早些关灯')
    await form.chip('手写姓名')
    await form.paper.getByRole('textbox', { name: '姓名', exact: true }).fill('仇女士')
    await form.chip('怎样配合')
    await form.paper.getByText('还差：例外的理由').waitFor()
    await form.paper.getByRole('radiogroup', { name: '例外的理由' }).getByRole('radio').last().click()
    await form.send()
    await panel.getByText('待交出').waitFor()
    await panel.getByRole('button', { name: '交给家里' }).click()
    await sheet(page).send()
    await panel.getByText('已交出').waitFor()
    await panel.getByRole('button', { name: '查看打印' }).click()
    await page.locator('.paper-sheet').nth(1).waitFor()
    const [family = '', file = ''] = await page.locator('.paper-sheet').allTextContents()
    expect(family).toContain('请在家早些关灯')
    expect(family).not.toContain('说得出困倦的原因')
    expect(file).toContain('说得出困倦的原因')
    await page.keyboard.press('Escape')
  })

  it('asks when the school says so: both rules are kept as they are set', async () => {
    const { page } = app
    const summaries = page.getByRole('region', { name: '阶段小结' })
    const talks = page.getByRole('region', { name: '家长交流会与会谈前交流' })
    const open = async () => {
      await room(page).go('设置')
      await page.getByRole('tab', { name: '个案与归档' }).click()
      await talks.waitFor()
    }
    await open()
    await summaries.getByRole('spinbutton', { name: '写完交出' }).fill('2')
    await summaries.getByText('写完不能早于起草。').waitFor()
    await summaries.getByRole('spinbutton', { name: '写完交出' }).fill('5')
    await summaries.getByText(/^已保存/u).waitFor()
    await talks.getByRole('spinbutton', { name: '提前几天' }).fill('4')
    await talks.getByRole('switch', { name: '每月逐案定' }).click()
    await talks.getByText(/^已保存/u).waitFor()
    await room(page).go('今日')
    await open()
    expect(await summaries.getByRole('spinbutton', { name: '写完交出' }).inputValue()).toBe('5')
    expect(await talks.getByRole('spinbutton', { name: '提前几天' }).inputValue()).toBe('4')
    expect(await talks.getByRole('switch', { name: '每月逐案定' }).isChecked()).toBe(false)
    expect(app.complaints).toEqual([])
  })
})
