import type { Page } from 'playwright-core'

/** The crisis card as it is used with one hand on the keyboard. */
export const crisisCard = (page: Page) => {
  const step = (name: string) => page.getByRole('button', { name: new RegExp(name, 'u'), pressed: true })
  return {
    opened: () => page.getByRole('heading', { name: '危机卡' }).waitFor(),
    /** Presses the number key and waits until the step is stamped. */
    async stamp(key: string, name: string): Promise<void> {
      await page.keyboard.press(key)
      await step(name).waitFor()
    },
    stampOf: (name: string) => step(name).innerText(),
    async detail(name: string, text: string): Promise<void> {
      const box = page.getByRole('textbox', { name: `${name}：谁、怎样` })
      await box.fill(text)
      await box.press('Enter')
      await step(name).filter({ hasText: text }).waitFor()
      await box.press('Escape')
    },
    async writeLine(text: string): Promise<void> {
      const box = page.getByRole('textbox', { name: '写一句，回车记下' })
      await box.fill(text)
      await box.press('Enter')
      await page.locator('.crisis-line', { hasText: text }).waitFor()
      await box.press('Escape')
    },
    report: (name: string, text: string) => page.getByRole('textbox', { name, exact: true }).fill(text),
    level: (name: string) => page.getByRole('radio', { name, exact: true }).click(),
  }
}
