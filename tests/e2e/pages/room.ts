import type { Locator, Page } from 'playwright-core'

/** What can be done from anywhere in the open room. */
export const room = (page: Page) => ({
  go: (name: string) =>
    page
      .getByRole('navigation')
      .getByRole('link', { name: new RegExp(`^${name}`, 'u') })
      .click(),
  /** By hand and with a name alone; the page of the new student opens. */
  async addStudent(name: string): Promise<void> {
    await room(page).go('学生')
    await page.getByRole('button', { name: '添加学生' }).click()
    await sheet(page).fill('姓名', name)
    await sheet(page).send()
    await page.getByRole('heading', { name }).waitFor()
  },
  /** A first visit of the student whose page is open: the case begins with it. */
  async registerVisit(): Promise<void> {
    await page.getByRole('button', { name: '登记来访' }).first().click()
    const visit = sheet(page)
    await visit.chip('人际')
    await visit.chip('同伴关系')
    await visit.paper.getByRole('button', { name: '登记，写记录' }).click()
    await visit.paper.waitFor({ state: 'hidden' })
  },
  /** The name of the page, once it stands. */
  title: () => page.getByRole('heading', { level: 1 }).innerText(),
  /** What the strip above a student's page says. */
  strip: () => page.locator('.strip').innerText(),
  /** Finds a student by the box of Ctrl+K and opens the page, without waiting for what it shows. */
  async openStudent(spelling: string, name: string): Promise<void> {
    await page.keyboard.press('Control+k')
    await page.locator('.search-input:focus').waitFor()
    await page.keyboard.type(spelling)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name }).waitFor()
  },
  /** Opens the case of a student from the list of cases, once that stands. */
  async openCase(name: string): Promise<void> {
    await room(page).go('个案')
    await page.getByRole('heading', { level: 1, name: '个案' }).waitFor()
    await page.getByRole('main').getByText(name).first().click()
  },
  /** Chooses from the student's "更多". */
  async more(name: string): Promise<void> {
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name }).click()
  },
  timeline: async (): Promise<string[]> => {
    await page.locator('.timeline-row').first().waitFor()
    return page.locator('.timeline-row').allInnerTexts()
  },
})

/** Opens the locked door with the password. */
export const unlock = async (page: Page, password: string): Promise<void> => {
  // A former try may still be looked at, or has to be waited for.
  await page.locator('.door-primary:enabled').waitFor()
  await page.getByRole('textbox', { name: '密码', exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').waitFor()
}

/** Ctrl+Enter on what lies on top, as soon as that may be sent. */
export const pressSend = async (page: Page): Promise<void> => {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[aria-keyshortcuts="Control+Enter"]')]
      .at(-1)
      ?.matches(':enabled:not(.ant-btn-loading)'),
  )
  await page.keyboard.press('Control+Enter')
}

/** The sheet that lies on top: chips, lines, and its one green button. */
export const sheet = (page: Page) => {
  const paper = page.getByRole('dialog').last()
  return {
    paper,
    chip: (name: string) =>
      paper
        .getByRole('radio', { name, exact: true })
        .or(paper.getByRole('checkbox', { name, exact: true }))
        .click(),
    fill: (label: string, text: string) => paper.getByRole('textbox', { name: label, exact: true }).fill(text),
    /** A sheet that is offered after another one, and left for later. */
    async putAside(title: string): Promise<void> {
      const offered = page.getByRole('dialog', { name: title })
      await offered.getByRole('button', { name: '取消' }).click()
      await gone(offered)
    },
    async send(): Promise<void> {
      // Another sheet may be offered as soon as this one is gone.
      const sent = await paper.elementHandle()
      await pressSend(page)
      await sent?.waitForElementState('hidden')
    },
  }
}

const gone = (place: Locator) => place.waitFor({ state: 'detached' })
