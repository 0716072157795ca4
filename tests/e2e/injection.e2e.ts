import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { PRINT_FORMS } from '#contract/code-tables'
import { patience, report, seeded, tier } from '#tests/faults/figures'
import { PASSWORD } from '#tests/electron/kiosk-house'
import { type App, launch } from './launch.ts'
import { unlock } from './pages/room.ts'
import { roundDesk } from './pages/round-desk.ts'
import { type Doors, MARK, type Planted, type Screening, vaultOfPayloads } from './vault-of-payloads.ts'

/** Nothing that anybody typed or imported is ever more than text (security.md §4.3, X1). */
const folder = mkdtempSync(join(tmpdir(), 'quietroom-payloads-'))
let app: App
/** Scripts that ran, refused content, other addresses, dialogs, windows. */
const events: string[] = []
beforeAll(async () => {
  app = await launch({ dataDir: folder })
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

async function listen({ page }: App): Promise<void> {
  const origin = new URL(page.url()).origin
  const note = (event: string) => void events.push(event)
  await page.exposeFunction('noteViolation', (what: string) => note(`violation ${what}`))
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      Reflect.get(window, 'noteViolation')(`${effectiveDirective} ${blockedURI}`),
    )
  })
  page.on('dialog', (dialog) => {
    note(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', () => note('a window'))
  page.on('framenavigated', (frame) => note(`navigation to ${frame.url()}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !url.startsWith(`blob:${origin}`)) note(`request ${url}`)
  })
}

/** Goes to any page of the window, which keeps its way in memory. */
const goTo = (page: Page, path: string) =>
  page.evaluate((to) => {
    type Fiber = { memoizedProps?: { navigator?: { push(path: string): void } }; child?: Fiber; sibling?: Fiber }
    const root = document.querySelector('#root') as unknown as Record<string, Fiber>
    const key = Object.keys(root).find((name) => name.startsWith('__reactContainer'))
    const waiting: (Fiber | undefined)[] = [key ? root[key] : undefined]
    while (waiting.length > 0) {
      const fiber = waiting.pop()
      if (!fiber) continue
      if (fiber.memoizedProps?.navigator) return fiber.memoizedProps.navigator.push(to)
      waiting.push(fiber.sibling, fiber.child)
    }
    throw new Error('no way to go')
  }, path)

/** Every mark that can be read on the page, in fields too. */
const shown = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value)
    return [document.body.textContent, ...fields].join(' ')
  })

/** Until nothing more comes, or a second and a half. */
async function settled(page: Page): Promise<void> {
  let before = ''
  for (let left = 10; left > 0; left--) {
    await page.waitForTimeout(150)
    const now = await shown(page)
    if (now === before && left < 9) return
    before = now
  }
}

/** What of a platform’s file comes to be seen before or after it is taken in. */
const OF_A_FILE = ['answer', 'class', 'file name', 'level', 'name', 'number', 'remark', 'title']
const SECTIONS = [
  '/',
  '/students',
  '/cases',
  '/tests',
  '/screenings',
  '/instruments',
  '/crises',
  '/reports',
  '/imports',
]
const OTHERS = ['/supervision', '/backups', '/settings']
function* ways(doors: readonly Doors[]): Generator<string> {
  yield* [...SECTIONS, ...OTHERS]
  const places: Record<string, (id: string) => string> = {
    students: (id) => `/students/${id}`,
    visits: (id) => `/visits/${id}/note`,
    crises: (id) => `/crises/${id}`,
    referrals: (id) => `/referrals/${id}`,
    assessments: (id) => `/assessments/${id}`,
    screening_rounds: (id) => `/screenings/${id}`,
    cases: (id) => `/supervision/${id}`,
  }
  const papers: Record<string, (door: Doors) => string> = {
    'visit-record': ({ table, id }) => (table === 'visits' ? id : ''),
    notice: ({ table, id }) => (table === 'students' ? id : ''),
    confidentiality: ({ table, id }) => (table === 'students' ? id : ''),
    attachment: ({ table, id }) => (table === 'attachments' ? id : ''),
    'crisis-report': ({ table, id }) => (table === 'crises' ? id : ''),
    referral: ({ table, id }) => (table === 'referrals' ? id : ''),
    'test-result': ({ table, id }) => (table === 'assessments' ? id : ''),
    'test-result-student': ({ table, id }) => (table === 'assessments' ? id : ''),
    'screening-summary': ({ table, id }) => (table === 'screening_rounds' ? id : ''),
    'test-explanation': ({ table, id }) => (table === 'students' ? `${id}|own-payloads` : ''),
  }
  for (const form of PRINT_FORMS) {
    const subject = papers[form]
    const subjects = subject ? doors.map(subject).filter((id) => id !== '') : ['2026-09-01|2027-01-22']
    for (const id of subjects.slice(-tier(2, 50))) yield `/print/${form}/${encodeURIComponent(id)}`
  }
  const cases = doors.filter(({ table }) => table === 'cases')
  for (const { id } of cases.slice(-tier(4, 100))) yield `/cases/${id}`
  for (const [table, place] of Object.entries(places)) {
    const own = doors.filter((door) => door.table === table)
    for (const { id } of own.slice(-tier(8, 200))) yield place(id)
  }
}

/** Files of a platform on every step: their columns, the check, what was taken in, what leaves again. */
async function takeFilesIn(page: Page, { roundId, files }: Screening, look: () => Promise<void>): Promise<void> {
  const desk = roundDesk(page)
  for (const file of files) {
    await goTo(page, '/')
    await goTo(page, `/screenings/${roundId}`)
    await desk.tab('导入')
    await desk.give(file)
    await page.locator('.round-columns').waitFor()
    await settled(page)
    await look()
    await desk.press('下一步')
    await desk.figures('文件行数')
    await settled(page)
    await look()
    await desk.press('全部勾上')
    await desk.takeIn()
    await desk.press('看被标记的学生')
    await settled(page)
    await look()
    await desk.tab('汇总')
    await desk.press('按平台格式导出')
    await desk.preview()
    await settled(page)
    await look()
    await page.keyboard.press('Escape')
  }
}

it(
  'no text of any field, on any page or paper, runs, loads or leads anywhere',
  { timeout: patience(300_000) },
  async () => {
    const { planted, doors, screening } = await vaultOfPayloads(folder, seeded())
    const { page } = app
    await page.reload()
    await page.getByRole('textbox', { name: '密码', exact: true }).waitFor()
    await listen(app)
    await unlock(page, PASSWORD)
    const seen = new Set<string>()
    const look = async () => {
      for (const mark of (await shown(page)).match(MARK) ?? []) seen.add(mark)
    }
    await takeFilesIn(page, screening, look)
    for (const way of ways(doors)) {
      await goTo(page, way)
      await settled(page)
      await look()
      const tabs = way.startsWith('/print') ? [] : await page.getByRole('tab').all()
      for (const tab of tabs.slice(0, 8)) {
        await tab.click({ timeout: 2_000 }).catch(() => undefined)
        await page.waitForTimeout(100)
        await look()
      }
    }
    if (await page.evaluate(() => '__pwn' in window)) events.push('a script ran')
    const pairs = new Map(
      [...seen].flatMap((mark): [string, Planted][] => (planted.has(mark) ? [[mark, planted.get(mark)!]] : [])),
    )
    const fields = new Set([...pairs.values()].map(({ call, field }) => `${call} ${field}`))
    report('X1', {
      bad: events.length,
      of: pairs.size,
      what: `payloads on screen or paper (${fields.size} fields) did anything`,
    })
    expect(events).toEqual([])
    expect(pairs.size).toBeGreaterThanOrEqual(tier(300, 5_000))
    const ofFile = [...pairs.values()].filter(({ call }) => call === 'file of a platform').map(({ field }) => field)
    expect([...new Set(ofFile)].toSorted()).toEqual(OF_A_FILE)
  },
)

it('and it would be noticed', async () => {
  const before = events.length
  await app.page.evaluate(() => {
    const image = document.createElement('img')
    image.src = 'http://evil.test/x.png'
    document.body.append(image)
  })
  await expect.poll(() => events.slice(before).join()).toContain('violation img-src')
})
