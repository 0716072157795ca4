import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'

type Format = 'Excel' | 'Word'

/** 报表与打印, as a counselor works with it. */
export const reportsPage = (page: Page) => {
  const table = (section: string): Locator => page.getByRole('table', { name: section, exact: true })
  const numberOf = (section: string, line: string, measure: string): Locator =>
    table(section).getByRole('button', { name: new RegExp(`^${line} ${measure} \\d+$`, 'u') })
  return {
    async open() {
      await page.getByRole('link', { name: '报表与打印' }).click()
      await table('总体').waitFor()
    },
    numberOf,
    value: async (section: string, line: string, measure: string): Promise<number> =>
      Number(await numberOf(section, line, measure).textContent()),
    /** Visits of every line of a part that shows one. */
    async visits(section: string): Promise<number[]> {
      const names = await table(section)
        .getByRole('button', { name: / 人次 \d+$/u })
        .allTextContents()
      return names.map(Number)
    },
    records: (): Locator => page.getByRole('dialog').getByRole('listitem'),
    closeRecords: () => page.keyboard.press('Escape'),
    choosePeriod: (name: string) => page.getByRole('radio', { name }).click(),
    askFor: (format: Format) => page.getByRole('button', { name: `导出 ${format}` }).click(),
    chooseAll: () => page.getByRole('dialog').getByRole('radio', { name: '全部显示' }).click(),
    /** Label and four figures of each row of the preview. */
    preview: (): Promise<string[][]> =>
      page
        .locator('.report-sheet tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.querySelectorAll('th[scope=row], td')].map((cell) => cell.textContent ?? '')),
        ),
    async export(): Promise<{ fileName: string; bytes: Buffer }> {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('dialog').getByRole('button', { name: /^导出/u }).click(),
      ])
      return { fileName: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
    },
  }
}
