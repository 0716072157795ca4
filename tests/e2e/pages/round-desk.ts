import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

/** A screening round, as a counselor works with it. */
export const roundDesk = (page: Page) => {
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) })
  const figures = async (): Promise<Record<string, string>> => {
    await page.locator('.round-figures dd').first().waitFor()
    const pairs = await page
      .locator('.round-figures > div:has(dd)')
      .evaluateAll((boxes) =>
        boxes.map((box): [string, string] => [
          box.querySelector('dt')?.textContent ?? '',
          box.querySelector('dd')?.textContent ?? '',
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
    tab: (name: '名单' | '导入' | '安排面谈' | '汇总') => page.getByRole('tab', { name }).click(),
    filter: (name: string) => page.getByRole('radio', { name: new RegExp(`^${name} \\d+$`, 'u') }).click(),
    /** How many students the list says it has, once it shows them. */
    async listed(): Promise<number> {
      const foot = page.locator('.entries-foot')
      await foot.waitFor()
      return Number.parseInt(await foot.innerText(), 10)
    },
    give: (file: string) => page.getByLabel('结果文件').setInputFiles(file),
    meaning: (title: string) => page.getByRole('row').filter({ hasText: title }).locator('.ant-select').innerText(),
    remarks: (): Promise<string[]> =>
      page.getByRole('list', { name: '请看一眼' }).getByRole('listitem').allInnerTexts(),
    otherNames: () => page.getByRole('checkbox', { name: /^文件里的.+就是名册里的/u }),
    level: (name: string) => page.getByRole('group', { name: '平台的预警等级' }).getByText(name),
    async takeIn(): Promise<void> {
      await press(/^导入 \d+ 份结果/u)
      await page.getByText(/^导入完成/u).waitFor({ timeout: 120_000 })
    },
    summaryLine: async (name: string): Promise<string[]> =>
      page.getByRole('table', { name: '汇总' }).getByRole('row', { name }).getByRole('cell').allInnerTexts(),
    async export(): Promise<{ fileName: string; bytes: Buffer }> {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('dialog').getByRole('button', { name: /^导出/u }).click(),
      ])
      return { fileName: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
    },
  }
}
