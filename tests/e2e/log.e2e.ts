import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person } from '#tests/people'
import { type App, launch } from './launch.ts'
import { paperDesk } from './pages/paper-desk.ts'

const PATIENT = { timeout: 10_000 }
let app: App
beforeAll(async () => {
  app = await launch({ practice: true })
  await app.page.getByRole('link', { name: '设置' }).click()
  await app.page.getByRole('tab', { name: '操作日志' }).click()
})
afterAll(() => app.close())

const rows = () => app.page.getByRole('table').first().locator('tbody tr')
const choose = async (label: string, option: string) => {
  await app.page.getByRole('combobox', { name: label }).click()
  await app.page.locator('.ant-select-item-option', { hasText: option }).first().click()
}

describe('the log', () => {
  it('says that it is whole, and by which head', async () => {
    await app.page.getByRole('button', { name: '核对是否完整' }).click()
    const verdict = app.page.getByText(/行完整，末行校验/u)
    await verdict.waitFor()
    expect(await verdict.textContent()).toMatch(/^\d+ 行完整，末行校验 [0-9a-f]{16}$/u)
  })

  it('is narrowed to a kind and a student, and widened again', async () => {
    await choose('做了什么', '危机、转介与关注')
    await expect
      .poll(
        async () => (await rows().allTextContents()).filter((row) => !/危机|转介|关注|当面|回执|回访/u.test(row)),
        PATIENT,
      )
      .toEqual([])
    const student = app.page.getByRole('combobox', { name: '学生' })
    await student.click()
    await student.fill(person('li-ruoxi').name)
    await app.page
      .locator('.ant-select-item-option', { hasText: person('li-ruoxi').name })
      .first()
      .click()
    await app.page.getByRole('button', { name: '清除筛选' }).click()
    await expect.poll(() => rows().count(), PATIENT).toBe(100)
  })

  it('leaves a head each week that prints as a sheet to be kept by somebody else', async () => {
    const head = await app.page.locator('.log-head').first().textContent()
    expect(head).toMatch(/^[0-9a-f]{16}$/u)
    await app.page.getByRole('link', { name: '打印凭证' }).click()
    const sheets = await paperDesk(app.page).sheets()
    expect((await sheets.first().textContent())?.replaceAll(/\s/gu, '')).toContain(head)
  })

  it('nothing complained', () => {
    expect(app.complaints).toEqual([])
  })
})
