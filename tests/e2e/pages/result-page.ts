import type { Page } from 'playwright-core'

/** The page of one result, and the rows elsewhere that lead to it. */
export const resultPage = (page: Page) => {
  const critical = page.locator('.critical')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  return {
    /** Opens the newest record of an instrument from the page of tests. */
    async open(name: string, short: string): Promise<void> {
      await page.getByRole('navigation').first().getByRole('link', { name: '测验' }).click()
      await page
        .locator('.tests-records .row')
        .filter({ hasText: name })
        .filter({ hasText: short })
        .first()
        .getByRole('button')
        .last()
        .click()
      await page.locator('.result').waitFor()
    },
    critical: () => critical.innerText(),
    /** Panels of the left column from top to bottom, by their headings. */
    headings: () => page.locator('.result-column').first().getByRole('heading', { level: 2 }).allInnerTexts(),
    scores: () => page.locator('.scale').allInnerTexts(),
    acknowledge: () => critical.getByRole('button', { name: '已知悉' }).click(),
    openCrisisCard: () => critical.getByRole('button', { name: '打开危机卡' }).click(),
    recordTalk: () => critical.getByRole('button', { name: '记录面谈' }).click(),
    printFile: () => button('打印存档单'),
    printStudent: () => button('打印给学生的一份'),
    words: () => page.getByRole('textbox', { name: '解释' }),
    begin: () => button('用一段开头').click(),
    async saveInterpretation(): Promise<void> {
      await button('存为解释').click()
      await button('改写').waitFor()
    },
    courseRows: async (): Promise<string[]> => {
      await page.locator('.course-table tbody tr').first().waitFor()
      return page.locator('.course-table tbody tr').allInnerTexts()
    },
    coursePicture: () => page.locator('.course-chart').getAttribute('aria-label'),
  }
}

/** The in-person tasks on the home screen. */
export const tasksOfToday = (page: Page) => page.locator('.panel-red .row')
