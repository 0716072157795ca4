/** `npm run shots`: every screen and every paper of the practice school as a picture in out/shots/ (zh, en; light, dark). */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { LANGUAGES, type Language } from '#contract/vault'
import { launch } from '#tests/e2e/launch'
import { zoneWhereItIs } from '#tests/e2e/pages/noon'
import { ensureBrowser } from './browser.ts'
import type { Screen } from './shots/screen.ts'
import { papers, screens } from './shots/screens.ts'
import { kioskScreens, leaveKiosk } from './shots/test-screens.ts'
import { visitorOf } from './shots/visitor.ts'
import { wordsOf } from './shots/words.ts'

spawnSync(process.execPath, [join(import.meta.dirname, 'setup.mjs')], { stdio: 'inherit' })
const out = join(import.meta.dirname, '..', 'out', 'shots')
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
process.env.CHROMIUM = ensureBrowser()
/** The practice day looks then as it does in the middle of work. */
const WORK_HOUR = 13
const taken: string[] = []
const missed: string[] = []

const asked = process.argv.slice(2)
const isWanted = ({ name }: { name: string }) => asked.length === 0 || asked.includes(name)
for (const language of LANGUAGES) await photograph(language)

console.log(taken.map((name) => `out/shots/${name}`).join('\n'))
console.log(`${taken.length} pictures${missed.length > 0 ? `; not reached:\n${missed.join('\n')}` : ''}`)
process.exitCode = missed.length > 0 ? 1 : 0

async function photograph(language: Language): Promise<void> {
  const { page, close, complaints } = await launch({ language, timeZone: zoneWhereItIs(WORK_HOUR) })
  page.setDefaultTimeout(15_000)
  try {
    await door(page, language)
    const visitor = await visitorOf(page, language)
    for (const screen of screens.filter(isWanted))
      await attempt(`${language} ${screen.name}`, async () => {
        await visitor.home()
        await screen.reach(visitor)
        if (screen.height) await page.setViewportSize({ width: 1366, height: screen.height })
        await visitor.rest()
        await inBothShades(page, language, screen.name)
      })
    for (const paper of papers.filter(isWanted))
      await attempt(`${language} form ${paper.name}`, async () => {
        await visitor.home()
        await paperSheets(page, language, paper, () => paper.reach(visitor))
      })
    if (kioskScreens.some(isWanted))
      await attempt(`${language} kiosk`, async () => {
        await visitor.home()
        for (const screen of kioskScreens) {
          await screen.reach(visitor)
          await visitor.rest()
          await inBothShades(page, language, screen.name)
        }
        await leaveKiosk(visitor)
      })
    if (isWanted({ name: 'locked' }))
      await attempt(`${language} locked`, async () => {
        await visitor.home()
        await page.keyboard.press('Control+l')
        await page.locator('.side-pages').waitFor({ state: 'detached' })
        await page.waitForTimeout(2000)
        await inBothShades(page, language, 'locked')
      })
  } finally {
    if (complaints.length > 0) missed.push(`${language} complaints: ${complaints.join(' · ')}`)
    await close()
  }
}

/** The first start, then through its second door into the practice school. */
async function door(page: Page, language: Language): Promise<void> {
  const word = await wordsOf(language)
  await page.locator('.setup-door').first().waitFor()
  if (isWanted({ name: 'first-start' })) await inBothShades(page, language, 'first-start')
  if (isWanted({ name: 'set-up' })) {
    await page.locator('.setup-door').first().click()
    await inBothShades(page, language, 'set-up')
    await page.getByRole('button', { name: word('setup.back') }).click()
  }
  if (isWanted({ name: 'restore' })) {
    await page.getByRole('button', { name: word('setup.doors.restore') }).click()
    await page.locator('.restore-card').waitFor()
    await inBothShades(page, language, 'restore')
    await page.keyboard.press('Escape')
  }
  await page.locator('.setup-door').nth(1).click()
  await page.locator('.side-pages').waitFor({ timeout: 90_000 })
}

async function paperSheets(
  page: Page,
  language: Language,
  paper: Screen,
  reach: () => Promise<unknown>,
): Promise<void> {
  await reach()
  // A whole sheet fits under the bar of the desk.
  await page.setViewportSize({ width: 1366, height: 1400 })
  const sheets = page.locator('.paper-desk .paper-sheet')
  await sheets.first().waitFor()
  await page.waitForTimeout(800)
  for (let i = 0; i < (await sheets.count()); i++) {
    const name = `${language}-form-${paper.name}-${i + 1}.png`
    await sheets.nth(i).screenshot({ path: join(out, name) })
    taken.push(name)
  }
  await page.setViewportSize({ width: 1366, height: 768 })
}

async function inBothShades(page: Page, language: Language, name: string): Promise<void> {
  for (const shade of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: shade })
    await page.waitForTimeout(250)
    const file = `${language}-${shade}-${name}.png`
    await page.screenshot({ path: join(out, file), animations: 'disabled', caret: 'initial' })
    taken.push(file)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

async function attempt(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    missed.push(`${what}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  }
}
