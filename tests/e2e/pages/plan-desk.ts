import type { Page } from 'playwright-core'
import { room } from './room.ts'

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
  /** The page of a student's open case. */
  openCase: async (name: string): Promise<void> => {
    await room(page).openStudent(name, name)
    await page.locator('.student-case').click()
    await page.getByRole('heading', { name: '初访评估' }).waitFor()
  },
})
