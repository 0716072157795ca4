import type { Page } from 'playwright-core'

/** The quiet sheets of a case: its intake and its plan, as a counselor writes them. */
export const planDesk = (page: Page) => ({
  async write(name: string, text: string): Promise<void> {
    await page.getByRole('textbox', { name, exact: true }).click()
    await page.keyboard.type(text)
  },
  chip: (group: string, name: string) =>
    page
      .getByRole('group', { name: group, exact: true })
      .or(page.getByRole('radiogroup', { name: group, exact: true }))
      .getByText(name, { exact: true })
      .click(),
  /** Resolves when everything typed is in the vault. */
  saved: async (): Promise<void> => {
    await page.waitForTimeout(900)
    await page
      .getByText(/^已保存 /u)
      .first()
      .waitFor()
  },
  /** The page of a student's open case, whatever the language. */
  openCase: async (name: string): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.locator('.search-input:focus').waitFor()
    await page.keyboard.type(name)
    await page.getByRole('option').filter({ hasText: name }).filter({ hasText: /\d{8}/u }).first().click()
    await page.locator('.student-case').click()
    await page.locator('#case-intake').waitFor()
  },
})
