import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, launch } from './launch.ts'
import { paperDesk } from './pages/paper-desk.ts'

let app: App
beforeAll(async () => {
  app = await launch({ practice: true })
})
afterAll(() => app.close())

const section = async (name: string) => {
  await app.page.getByRole('link', { name: '设置' }).click()
  await app.page.getByRole('tab', { name }).click()
}
const saved = () =>
  app.page
    .getByText(/^已保存 \d\d:\d\d$/u)
    .first()
    .waitFor()

describe('the hours of the room', () => {
  it('are changed where they stand, and are there again after a look elsewhere', async () => {
    const { page } = app
    await section('开放与预约')
    const monday = page.getByRole('textbox', { name: '星期一从' })
    await expect.poll(() => monday.count()).toBe(3)
    await page.getByRole('button', { name: '星期日加一段' }).click()
    await saved()
    await section('值班')
    await section('开放与预约')
    await expect.poll(() => page.getByRole('textbox', { name: '星期日从' }).count()).toBe(1)
    await page.getByRole('button', { name: '去掉星期日 08:00 那一段' }).click()
    await expect.poll(() => page.getByRole('textbox', { name: '星期日从' }).count()).toBe(0)
  })
  it('have closed days with a name of their own', async () => {
    const { page } = app
    await page.getByRole('button', { name: '加一段日子' }).click()
    await page.getByRole('textbox', { name: '名称，如元旦' }).last().fill('校庆')
    await saved()
    await section('值班')
    await section('开放与预约')
    await expect
      .poll(() =>
        page
          .getByRole('textbox', { name: '名称，如元旦' })
          .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)),
      )
      .toContain('校庆')
  })
  it('print as a notice for the door', async () => {
    await app.page.getByRole('link', { name: '打印开放时间公示' }).click()
    const sheets = await paperDesk(app.page).sheets()
    const text = (await sheets.first().textContent()) ?? ''
    expect(text).toContain('08:00–11:40')
    expect(await sheets.first().locator('.paper-secret').count()).toBe(0)
    await paperDesk(app.page).back()
  })
})

describe('the duty roster', () => {
  it('takes a shift with a click and gives it back with another', async () => {
    const { page } = app
    await section('值班')
    const cells = page.locator('.roster-cell')
    await expect.poll(() => cells.first().textContent()).toContain('12:00–13:30')
    // The term is on the roster up to three weeks ahead.
    for (let i = 0; i < 5; i++) await page.getByRole('button', { name: '下一周' }).click()
    await expect.poll(() => page.locator('.roster-on').count()).toBe(0)
    await cells.first().click()
    await expect.poll(() => cells.first().textContent()).toBe('08:00–18:45')
    await saved()
    await cells.first().click()
    await expect.poll(() => cells.first().textContent()).toBe('')
  })
})

it('nothing complained', () => {
  expect(app.complaints).toEqual([])
})
