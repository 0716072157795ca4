import type { Page } from 'playwright-core'
import { pressSend } from './room.ts'

/** The record of one visit as a counselor writes it. */
export const noteDesk = (page: Page) => {
  const part = (name: string) => page.getByRole('textbox', { name, exact: true })
  return {
    part,
    text: (name: string) => part(name).inputValue(),
    async write(name: string, text: string): Promise<void> {
      await part(name).click()
      await page.keyboard.type(text)
    },
    /** Resolves when everything typed is in the vault. */
    saved: async (): Promise<void> => {
      await page.waitForTimeout(900)
      await page.getByText(/^已保存 \d\d:\d\d$/u).waitFor()
    },
    async sign(): Promise<void> {
      await pressSend(page)
      await page.getByText('签名以后，这份记录不再改动').waitFor()
      await pressSend(page)
      await page.getByText(/已签名，/u).waitFor()
    },
    async append(text: string): Promise<void> {
      await page.getByRole('textbox', { name: '补记' }).fill(text)
      await page.getByRole('button', { name: '写入补记' }).click()
      await page.locator('.note-addendum', { hasText: text }).waitFor()
    },
  }
}
