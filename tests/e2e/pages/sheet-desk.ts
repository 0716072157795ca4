import type { Page } from 'playwright-core'
import { pressSend, sheet } from './room.ts'

/** The form in which a test is chosen, explained and begun. */
export const testForm = (page: Page) => {
  const form = sheet(page)
  const dialog = page.getByRole('dialog', { name: '做测验' })
  const begin = dialog.getByRole('button', { name: /^(开始|交给)/u })
  return {
    dialog,
    choose: (short: string) => dialog.getByRole('radio', { name: new RegExp(`^${short}`, 'u') }).click(),
    how: (mode: string) => dialog.getByRole('radio', { name: mode, exact: true }).click(),
    mayBegin: () => begin.isEnabled(),
    lacks: () => dialog.locator('.sheet-foot-hint').innerText(),
    /** Records what I am competent by, and is back at the form. */
    async recordCompetence(basis: string): Promise<void> {
      await dialog.getByRole('button', { name: '登记资格' }).click()
      await page.getByRole('dialog').last().getByRole('textbox').first().fill(basis)
      await pressSend(page)
      await dialog.getByRole('button', { name: '登记资格' }).waitFor({ state: 'detached' })
      await dialog.getByRole('checkbox', { name: '已说明内容和用途' }).waitFor()
    },
    overFourteen: () => dialog.getByRole('checkbox', { name: /满十四周岁/u }).check(),
    purpose: (words: string) => dialog.getByRole('radio', { name: words, exact: true }).click(),
    explained: () => dialog.getByRole('checkbox', { name: '已说明内容和用途' }).check(),
    agreed: () => dialog.getByRole('checkbox', { name: '学生同意作答' }).check(),
    async begin(): Promise<void> {
      await form.send()
      await page.locator('.sheet-desk').waitFor()
    },
    async beginUrgently(): Promise<void> {
      await dialog.getByRole('button', { name: '情况紧急，先问再补手续' }).click()
      await page.locator('.sheet-desk').waitFor()
    },
  }
}

/** A sheet while it is filled in, by keyboard. */
export const sheetDesk = (page: Page) => ({
  /** One key after the other, each once the one before has been taken. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key)
  },
  question: () => page.locator('.question h2 > span').last().innerText(),
  asks: (words: string | RegExp) => page.locator('.question h2').filter({ hasText: words }).waitFor(),
  /** What was entered, question by question. */
  entries: () => page.locator('.sheet-mark-key').allInnerTexts(),
  blanks: () => page.getByRole('list', { name: '没有作答的题' }).innerText(),
  isAtEnd: () => page.locator('.sheet-end').waitFor(),
  detail: (label: string) => page.getByRole('textbox', { name: label }),
  asked: () => page.locator('.asked-row').allInnerTexts(),
  askAgain: (place: number) =>
    page
      .locator('.asked-row')
      .nth(place - 1)
      .click(),
  alarm: () => page.getByRole('alert').filter({ hasText: '立即陪护' }),
  saved: async (): Promise<void> => {
    await page.waitForTimeout(900)
    await page
      .locator('.sheet-desk')
      .getByText(/^已保存 \d\d:\d\d$/u)
      .waitFor()
  },
  /** Done, and the result stands there. */
  async finish(): Promise<void> {
    await page.locator('.sheet-end button:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.sheet-desk').waitFor({ state: 'detached' })
  },
})
