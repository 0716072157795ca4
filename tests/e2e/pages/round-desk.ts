import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { pressSend } from './room.ts'

type GivenFile = string | { name: string; mimeType: string; buffer: Buffer }

/** A screening round, as a counselor works with it. */
export const roundDesk = (page: Page) => {
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) })
  /** Numbers with their names: of the round, or of the box that has a number of this name. */
  const figures = async (having = '应测'): Promise<Record<string, string>> => {
    const box = page.locator('.round-figures').filter({ hasText: having }).last()
    await box.waitFor()
    const pairs = await box
      .locator('> div:has(dd)')
      .evaluateAll((boxes) =>
        boxes.map((one): [string, string] => [
          one.querySelector('dt')?.textContent ?? '',
          one.querySelector('dd')?.textContent ?? '',
        ]),
      )
    return Object.fromEntries(pairs)
  }
  return {
    press,
    row,
    figures,
    async open(): Promise<void> {
      await page.getByRole('navigation').getByRole('link', { name: /^测验/u }).click()
      await page.getByRole('link', { name: '普查' }).click()
    },
    /** A new round for the whole school; first says by what one is competent. */
    async begin({ short, basis, consent }: { short: string; basis: string; consent: string }): Promise<void> {
      await press(/^新建一轮/u)
      const mine = page.getByRole('radio', { name: short, exact: true })
      expect(await mine.count()).toBe(0)
      await press(`${short}：记录胜任依据`)
      await page.getByRole('textbox', { name: '依据' }).fill(basis)
      await pressSend(page)
      await mine.click()
      await page.getByRole('radio', { name: consent }).click()
      await page.getByRole('button', { name: /^建立名单/u }).click()
      await page.getByRole('heading', { level: 1, name: new RegExp(short, 'u') }).waitFor()
    },
    find: (text: string) => page.getByRole('textbox', { name: '姓名、拼音、学号' }).fill(text),
    planned: async (): Promise<string[]> => {
      await page.locator('.round-plan li').first().waitFor()
      return page.locator('.round-plan li').allInnerTexts()
    },
    /** Every row of the file that is about to leave. */
    async preview(): Promise<string[][]> {
      const file = page.getByRole('region', { name: '文件内容预览' })
      await file.waitFor()
      return file
        .locator('tr')
        .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')))
    },
    tab: (name: '名单' | '导入' | '安排面谈' | '汇总') => page.getByRole('tab', { name }).click(),
    filter: (name: string) => page.getByRole('radio', { name: new RegExp(`^${name} \\d+$`, 'u') }).click(),
    /** How many students the list says it has, once it shows them. */
    async listed(): Promise<number> {
      const foot = page.locator('.entries-foot')
      await foot.waitFor()
      return Number.parseInt(await foot.innerText(), 10)
    },
    give: (file: GivenFile) => page.getByLabel('结果文件').setInputFiles(file),
    meaning: (title: string) => page.getByRole('row').filter({ hasText: title }).locator('.ant-select').innerText(),
    remarks: (): Promise<string[]> =>
      page.getByRole('list', { name: '请看一眼' }).getByRole('listitem').allInnerTexts(),
    otherNames: () => page.getByRole('checkbox', { name: /^文件里的.+就是名册里的/u }),
    level: (name: string) => page.getByRole('group', { name: '平台的预警等级' }).getByText(name),
    async takeIn(): Promise<void> {
      // Not from the beginning of its name: the wheel that turned in it may still be leaving.
      await press(/导入 \d+ 份结果/u)
      await page.getByText(/^导入完成/u).waitFor({ timeout: 120_000 })
    },
    async summaryLine(name: string): Promise<string[]> {
      const line = page.getByRole('table', { name: '汇总' }).getByRole('row', { name })
      await line.waitFor()
      return line.getByRole('cell').allInnerTexts()
    },
    async export(): Promise<{ fileName: string; bytes: Buffer }> {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('dialog').getByRole('button', { name: /^导出/u }).click(),
      ])
      return { fileName: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
    },
  }
}
