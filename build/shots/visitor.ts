import type { Page } from 'playwright-core'
import type { Language } from '#contract/vault'
import { nameIn, person } from '#core/practice/people'
import { wordsOf } from './words.ts'

export type Visitor = Awaited<ReturnType<typeof visitorOf>>

/** Somebody who walks through the open room by its own buttons and keys, in either language. */
export async function visitorOf(page: Page, language: Language) {
  const word = await wordsOf(language)
  const nameOf = (key: string): string => nameIn(language, person(key).name)
  const escape = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i++) {
      await page.keyboard.press('Escape')
      await page.waitForTimeout(150)
    }
  }
  const go = (nav: string) =>
    page
      .locator('.side-pages')
      .getByRole('link', { name: word(`frame.pages.${nav}`) })
      .click()
  const openStudent = async (key: string): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type(nameOf(key))
    const known = page.getByRole('option').filter({ hasText: nameOf(key) })
    await known.filter({ hasText: /\d{8}/u }).first().click()
    await page.locator('.strip').getByText(nameOf(key)).first().waitFor()
  }
  return {
    page,
    language,
    word,
    nameOf,
    go,
    /** One of the pages under the entry of tests. */
    testTab: async (tab: 'records' | 'screenings' | 'instruments'): Promise<void> => {
      await go('tests')
      await page
        .getByRole('link', { name: word(`frame.testTabs.${tab}`) })
        .last()
        .click()
    },
    escape,
    press: (key: string) => page.keyboard.press(key),
    button: (key: string) =>
      page
        .getByRole('button', { name: word(key) })
        .first()
        .click(),
    tab: (key: string) => page.getByRole('tab', { name: word(key) }).click(),
    menu: async (key: string): Promise<void> => {
      const menu = key === 'students.printLastVisit' || key === 'notice' ? 'students.print' : 'students.more'
      await page
        .getByRole('button', { name: word(menu) })
        .first()
        .click()
      const item = page.getByRole('menuitem')
      await (key === 'notice' ? item.nth(1) : item.filter({ hasText: word(key) })).click()
    },
    find: async (text: string): Promise<void> => {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.type(text, { delay: 20 })
      await page.waitForTimeout(600)
    },
    openStudent,
    openCase: async (key: string): Promise<void> => {
      await openStudent(key)
      await page.locator('.student-case').click()
      await page.locator('.case-stages').waitFor()
    },
    /** Opens what a person's row on this page is about, by its name. */
    openRow: (key: string) =>
      page
        .getByRole('listitem')
        .filter({ hasText: nameOf(key) })
        .first()
        .getByRole('button')
        .first()
        .click(),
    nthVisit: (fromTop: number) => page.locator('.timeline-row button.timeline-what').nth(fromTop).click(),
    /** Back to today, whatever is open. */
    async home(): Promise<void> {
      await page.setViewportSize({ width: 1366, height: 768 })
      // A code that is shown once is put aside by its own button alone.
      if ((await page.locator('.start-code').count()) > 0) await page.keyboard.press('Control+Enter')
      await escape(2)
      if ((await page.locator('.paper-desk').count()) > 0) await escape(1)
      await go('today')
      await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    },
    /** Until the page has come to rest. A page link that was just clicked gives up its focus ring. */
    async rest(): Promise<void> {
      await page.evaluate(() => {
        const here = document.activeElement
        if (here instanceof HTMLElement && here.closest('.side-pages')) here.blur()
      })
      await page.waitForTimeout(350)
      await page.waitForFunction(() => document.querySelector('[aria-busy=true], .ant-spin-spinning') === null)
      await page.evaluate(async () => void (await document.fonts.ready))
      await page.waitForTimeout(350)
    },
  }
}
