import { afterAll, beforeAll, expect, it } from 'vitest'
import { type App, launch } from './launch.ts'
import { room } from './pages/room.ts'

let app: App

beforeAll(async () => {
  app = await launch({ practice: true, shade: 'dark' })
  app.page.setDefaultTimeout(20_000)
  await app.page.getByRole('navigation').waitFor({ timeout: 90_000 })
}, 120_000)
afterAll(() => app.close())

const current = () => app.page.locator('.guide-contents [aria-current]').innerText()
const guide = () => app.page.locator('.guide-text')
/** Which section stands at the top of the text. */
const atTop = () =>
  app.page.evaluate(() => {
    const { top } = document.querySelector('.guide-text')!.getBoundingClientRect()
    const near = [...document.querySelectorAll('.guide-text section')].find(
      (section) => section.getBoundingClientRect().bottom > top + 30,
    )
    return near?.querySelector('h3')?.textContent
  })

it('F1 opens the guide at the section of the page; the keys scroll it; Esc goes back to where one was', async () => {
  const { page } = app
  await room(page).go('日历')
  await page.locator('.cal-layer').waitFor()
  const week = await page.locator('.page-hint').innerText()
  await page.keyboard.press('F1')
  await guide().waitFor()
  await expect.poll(atTop).toBe('日历')
  await page.keyboard.press('PageDown')
  await expect.poll(atTop).not.toBe('日历')
  await page.keyboard.press('Escape')
  await guide().waitFor({ state: 'detached' })
  expect(await page.locator('.page-hint').innerText()).toBe(week)
})

it('over a form it says what the form is for, and what was typed is still there', async () => {
  const { page } = app
  await page.keyboard.press('F8')
  const name = page.getByRole('dialog').getByRole('combobox').first()
  await name.fill('li')
  await page.keyboard.press('F1')
  await guide().waitFor()
  expect(await current()).toBe('家校联系')
  await page.keyboard.press('Escape')
  await guide().waitFor({ state: 'detached' })
  expect(await name.inputValue()).toBe('li')
  await page.keyboard.press('Escape')
})

it('search leaves the sections that have the words and marks them; a link leads on; the contents lead anywhere', async () => {
  const { page } = app
  await page.getByRole('navigation').getByRole('button', { name: '帮助' }).click()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('班牌')
  await page.getByText('手册里没有这几个字。').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('量表文件')
  await expect.poll(() => guide().locator('mark').count()).toBeGreaterThan(0)
  await guide().getByRole('button', { name: '量表文件' }).first().click()
  await expect.poll(atTop).toBe('量表文件')
  await page.locator('.guide-contents').getByRole('button', { name: '危机' }).click()
  await expect.poll(atTop).toBe('危机')
  expect(await guide().locator('a, img, script').count()).toBe(0)
})

it('a crisis still opens from inside it', async () => {
  const { page } = app
  await page.keyboard.press('F9')
  await page.getByRole('dialog').getByRole('combobox').first().waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await guide().waitFor({ state: 'detached' })
  expect(app.complaints).toEqual([])
})
