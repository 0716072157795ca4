import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { brokenProgram } from '#tests/faults/broken'
import { CANARY, spellings } from '#tests/faults/canaries'
import { patience, report, tier } from '#tests/faults/figures'
import { GUARDS } from '#tests/faults/guards'
import { fillOldVault, OLDER_SCHEMAS } from '#tests/faults/old-vault'
import { canWatch, filesIn, lookInto, lookThrough, watching } from '#tests/faults/write-watch'
import { GOLDEN_PASSWORD } from '#tests/golden'
import { addCanary, PASSWORD, workWithCanaries } from './canary-work.ts'
import { openOwnWindow } from './own-window.ts'
import { lockAndWait } from './pages/people-desk.ts'
import { room, unlock } from './pages/room.ts'

/**
 * The program as it is used: shell, thread of the vault and a real browser under one watch, which sees every write, name
 * and file of each of them (security.md §4.3, P1). tests/faults/plaintext.test.ts does the same with every call there is.
 */
const NEEDLES = new Map(
  [CANARY, PASSWORD, GOLDEN_PASSWORD].flatMap((text, at) =>
    [...spellings(text)].map(([name, bytes]) => [`${at === 0 ? 'canary' : 'password'} ${at}, ${name}`, bytes] as const),
  ),
)
type Look = (what: string) => void
type Choices = { shell?: string; onTheRecord?: boolean; fill?: (dataDir: string) => Promise<void> }

async function watchWindow(work: (page: Page, look: Look) => Promise<void>, choices: Choices = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'quietroom-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const log = join(folder, 'log')
  const app = await openOwnWindow({ ...choices, under: watching(log) })
  const lying: string[] = []
  let files = 0
  const look: Look = (what) => {
    files += filesIn(app.place).length
    lying.push(...lookInto(app.place, NEEDLES).map((hit) => `${hit} after: ${what}`))
  }
  await work(app.page, look)
  await app.close()
  look('the end')
  const watched = await lookThrough(log, NEEDLES)
  return {
    ...watched,
    hits: [...watched.hits, ...lying],
    looked: watched.writes + watched.names + files,
    // What comes into a mapped file is seen in the folder alone; so it has to lie there.
    mapped: watched.mapped.filter((file) => !file.startsWith(app.place)),
    browserWrote: [...watched.files].some((file) => file.includes('/profile/')),
    vaultWrote: [...watched.files].some((file) => file.endsWith('vault.db-wal')),
  }
}

const nothingSeen = { hits: [], mapped: [], cut: [], browserWrote: true, vaultWrote: true }

it.runIf(canWatch())(
  'nothing readable is written, named or left lying by shell, vault or browser while the room is worked in',
  { timeout: patience(400_000) },
  async () => {
    const seen = await watchWindow(workWithCanaries)
    const what = 'writes, names and files of the real shell and its browser held readable text'
    report('P1', { bad: seen.hits.length, of: seen.looked, what })
    expect({ ...seen, hits: seen.hits.slice(0, 10) }).toMatchObject(nothingSeen)
  },
)

it.runIf(canWatch())(
  'and it would be seen: a browser that keeps what its page gives it, a host that says what it is asked',
  { timeout: patience(400_000) },
  async () => {
    const shell = await brokenProgram(GUARDS.inputsUnsaid)
    const { hits } = await watchWindow(
      async (page) => {
        await addCanary(page)
        await page.evaluate((text) => localStorage.setItem('kept', text), CANARY)
        await page.waitForTimeout(6_000)
      },
      { shell, onTheRecord: true },
    )
    expect(hits.filter((hit) => hit.includes('/profile/')).length).toBeGreaterThan(0)
    expect(hits.filter((hit) => / in (pipe|socket):/u.test(hit)).length).toBeGreaterThan(0)
  },
)

/** A vault of an older program, full of canaries, is opened for the first time by this one. */
const bringUpToDate = (schema: string, shell?: string) =>
  watchWindow(
    async (page, look) => {
      await unlock(page, GOLDEN_PASSWORD)
      look('migration')
      await room(page).go('学生')
      await page.getByText(CANARY).first().waitFor()
      await lockAndWait(page)
    },
    { ...(shell && { shell }), fill: (dataDir) => fillOldVault(schema, dataDir, CANARY) },
  )

it.runIf(canWatch()).each(OLDER_SCHEMAS.slice(0, tier(1, OLDER_SCHEMAS.length)))(
  'nor while a vault of schema %s is brought up to date, with the backup before it',
  { timeout: patience(400_000) },
  async (schema) => {
    const seen = await bringUpToDate(schema)
    const what = `writes, names and files of a migration from schema ${schema} in the real shell held readable text`
    report('P1', { bad: seen.hits.length, of: seen.looked, what })
    expect({ ...seen, hits: seen.hits.slice(0, 10) }).toMatchObject(nothingSeen)
  },
)

it.runIf(canWatch())(
  'and it would be seen: a migration by way of a temporary table, in a vault that keeps those on the disk',
  { timeout: patience(400_000) },
  async () => {
    const shell = await brokenProgram(GUARDS.tempInMemory, GUARDS.noTempTable)
    expect((await bringUpToDate('1', shell)).hits.length).toBeGreaterThan(0)
  },
)
