import type { Page } from 'playwright-core'

type GivenFile = string | { name: string; mimeType: string; buffer: Buffer }

/** The way from a file to students. */
export const rosterDesk = (page: Page) => {
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
  return {
    give: (file: GivenFile) => page.getByLabel('名单文件').setInputFiles(file),
    problem: () => page.getByRole('alert').innerText(),
    /** Waits until the sheets are understood, and says what stands beside the next step. */
    async understood(): Promise<string> {
      await page.getByText(/找到 [1-9]\d* 名学生/u).waitFor()
      return page.getByRole('status').innerText()
    },
    meaning: (title: string) => page.getByRole('combobox', { name: `“${title}”的含义` }).first(),
    next: () => press('下一步'),
    classes: (isTicked: boolean) => page.getByRole('checkbox', { checked: isTicked }).allInnerTexts(),
    /** The five numbers of what will happen. */
    async counts(): Promise<number[]> {
      await page.locator('.imports-count dd').first().waitFor()
      return (await page.locator('.imports-count dd').allInnerTexts()).map(Number)
    },
    rowsOf: (panel: string) => page.getByRole('region', { name: panel }).locator('tbody tr').allInnerTexts(),
    async takeIn(): Promise<void> {
      await press(/^导入 \d+ 人/u)
      await page.getByText('导入完成').waitFor({ timeout: 60_000 })
    },
    press,
  }
}
