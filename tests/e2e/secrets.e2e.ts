import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { SILENT_FLAGS } from '#electron/loopback/app-window'
import { findBrowser } from '#electron/loopback/find-browser'
import { brokenProgram } from '#tests/faults/broken'
import { CANARY, spellings } from '#tests/faults/canaries'
import { patience, report } from '#tests/faults/figures'
import { GUARDS } from '#tests/faults/guards'
import { filesIn, lookInto } from '#tests/faults/write-watch'
import { beginWithCanaries, PASSWORD } from './canary-work.ts'
import { HOME, startHostProcess, stopHost } from './launch.ts'
import { openOwnWindow, type OwnWindow } from './own-window.ts'
import { lockAndWait } from './pages/people-desk.ts'
import { unlock } from './pages/room.ts'

/** What opens the room must lie nowhere but in the memory of host and page (security.md §4.4, H6). */
type Secrets = Map<string, string>

/** Collects whatever the host gives to this page from now on, by the way it comes. */
function listen(page: Page, secrets: Secrets): void {
  page.on('response', (response) => {
    const take = (headers: Record<string, string>): void => {
      for (const [what, header, form] of GIVEN) {
        const value = form.exec(headers[header] ?? '')?.[1]
        if (value) secrets.set(`${what} ${secrets.size}`, value)
      }
    }
    // On a busy machine a page may be closed before it has told the last of them; `expectAll` says how many there must be.
    void response.allHeaders().then(take, () => undefined)
  })
}
const GIVEN = [
  ['cookie', 'set-cookie', /__Host-sid=([0-9a-f]{64})/u],
  ['token', 'x-quietroom-token', /^([0-9a-f]{64})$/u],
  ['resume key', 'x-quietroom-resume', /^([0-9a-f]{64})$/u],
] as const

const needlesOf = (secrets: Secrets): Map<string, Buffer> =>
  new Map(
    [...secrets].flatMap(([what, text]) =>
      [...spellings(text)].map(([name, bytes]) => [`${what}, ${name}`, bytes] as const),
    ),
  )

/** Command lines and environments of every process of the computer. */
const processTexts = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((pid) => ['cmdline', 'environ'].map((what) => `/proc/${pid}/${what}`))
    .flatMap((place) => {
      try {
        return [{ place, text: readFileSync(place) }]
      } catch {
        return []
      }
    })

/** Everything that others could read; gives how many places were looked at and where something was. */
function lookEverywhere(secrets: Secrets, folders: readonly string[], said: string) {
  const needles = needlesOf(secrets)
  const texts = [...processTexts(), { place: 'the output of the host', text: Buffer.from(said) }]
  const told = texts.flatMap(({ place, text }) =>
    [...needles].flatMap(([what, needle]) => (text.includes(needle) ? [`${what} in ${place}`] : [])),
  )
  const lying = folders.flatMap((folder) => lookInto(folder, needles))
  const files = folders.reduce((sum, folder) => sum + filesIn(folder).length, 0)
  return { looked: texts.length + files, found: [...told, ...lying] }
}

/** Sets up, writes, reloads, locks and comes back; at the end everything lies open that a sitting leaves open. */
async function sitDown(page: Page, secrets: Secrets): Promise<void> {
  listen(page, secrets)
  await beginWithCanaries(page)
  await page.reload()
  await page.getByRole('navigation').waitFor()
  await lockAndWait(page)
  await unlock(page, PASSWORD)
  await page.getByRole('button', { name: '写记录' }).click()
  await page.getByText(CANARY).first().waitFor()
}
const secretsOf = ({ launchSecret }: OwnWindow): Secrets =>
  new Map([
    ['launch address', launchSecret],
    ['password', PASSWORD],
    ['canary', CANARY],
  ])
const expectAll = (secrets: Secrets) => {
  for (const what of ['cookie', 'token', 'resume key'])
    expect([...secrets.keys()].filter((name) => name.startsWith(what)).length, what).toBeGreaterThan(1)
}

/** What Node, Chromium and the system make of a program that crashes. Those in the folder of the window go with it. */
const PICTURE = /\/core[^/]*$|\.(dmp|heapsnapshot|diag|heapdump)$|\/report\.[^/]*\.json$/u
const IN_WINDOW = /\/quietroom-window-[^/]+\//u

it(
  'no command line, environment, output, profile or file of the window tells a secret, neither open nor crashed',
  { timeout: patience(240_000) },
  async () => {
    const app = await openOwnWindow()
    const secrets = secretsOf(app)
    await sitDown(app.page, secrets)
    expectAll(secrets)
    const during = lookEverywhere(secrets, [app.place], app.said())
    expect(filesIn(app.place).filter((file) => file.includes('/profile/')).length).toBeGreaterThan(10)
    for (const pid of [app.hostPid, app.browserPid]) process.kill(pid, 'SIGABRT')
    await app.close()
    const crashed = lookEverywhere(secrets, [app.place], app.said())
    const pictures = filesIn(app.place).filter((file) => PICTURE.test(file) && !IN_WINDOW.test(file))
    const found = [...during.found, ...crashed.found, ...pictures]
    const what = 'command lines, environments, outputs and files (profile, home, data) of the window told a secret'
    report('H6', { bad: found.length, of: during.looked + crashed.looked, what })
    expect(found).toEqual([])
  },
)

it(
  'a browser of one’s own, which keeps what it has seen, keeps nothing but the address that is spent',
  { timeout: patience(240_000) },
  async () => {
    const place = mkdtempSync(join(tmpdir(), 'quietroom-kept-'))
    onTestFinished(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }))
    const host = await startHostProcess(join(place, 'data'))
    const context = await chromium.launchPersistentContext(join(place, 'profile'), {
      executablePath: findBrowser() ?? '',
      args: [...SILENT_FLAGS, '--headless=new'],
      locale: 'zh-CN',
      timezoneId: HOME,
      viewport: { width: 1366, height: 768 },
      env: { ...process.env, HOME: place, TMPDIR: place },
    })
    const page = context.pages()[0] ?? (await context.newPage())
    // The address stays in its history, and is spent: H4 uses it again.
    const secrets: Secrets = new Map([
      ['password', PASSWORD],
      ['canary', CANARY],
    ])
    await page.goto(host.address)
    await sitDown(page, secrets)
    expectAll(secrets)
    const during = lookEverywhere(secrets, [place], '')
    await context.close()
    await stopHost(host)
    const after = lookEverywhere(secrets, [place], '')
    const found = [...during.found, ...after.found]
    const what = 'files of a lasting profile (history, sessions, caches, storage) and of the data told a secret'
    report('H6', { bad: found.length, of: during.looked + after.looked, what })
    expect(filesIn(place).some((file) => file.endsWith('/History'))).toBe(true)
    expect(found).toEqual([])
  },
)

it('and it would be seen, wherever it is', { timeout: patience(240_000) }, async () => {
  const shell = await brokenProgram(GUARDS.secretInFile, GUARDS.silentHost)
  const app = await openOwnWindow({ shell, onTheRecord: true })
  const secrets = secretsOf(app)
  await app.page.evaluate((text) => localStorage.setItem('kept', text), CANARY)
  await expect
    .poll(() => lookEverywhere(secrets, [app.place], app.said()).found.join('\n'), { timeout: 60_000 })
    .toMatch(/launch address.* in \/proc\/\d+\/cmdline(.|\n)*launch address.* in the output(.|\n)*canary.*\/profile\//u)
})
