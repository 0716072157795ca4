import type { Page } from 'playwright-core'

/** The desk with the sheets, as a person uses it. */
export const paperDesk = (page: Page) => ({
  /** Resolves when the sheets have been laid out. */
  sheets: async () => {
    await page.locator('.paper-desk .paper-sheet').first().waitFor()
    return page.locator('.paper-desk .paper-sheet')
  },
  /** Chooses which small numbers a report shows. */
  hideSmall: (choice: string) => page.locator('.paper-desk').getByRole('radio', { name: choice }).click(),
  print: () => page.getByRole('button', { name: /^打印/ }).click(),
  /** Resolves when the desk is gone. */
  back: async () => {
    await page.keyboard.press('Escape')
    await page.locator('.paper-desk').waitFor({ state: 'detached' })
  },
})

/** Counts what is sent to the printer instead of opening the browser's own window, which no test can close. */
export const catchPrinting = (page: Page) =>
  page.evaluate(() => {
    window.printed = []
    window.print = () => void window.printed.push(document.querySelectorAll('.paper-desk .paper-sheet').length)
  })
