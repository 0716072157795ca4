import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import type { Assessment, TaskLine } from '#contract/assessments'
import { contract } from '#contract/all'
import { ESCAPES } from './escapes.ts'
import { openKioskHost, PASSWORD, vaultAtKiosk } from './kiosk-vault.ts'
import { type App, launch } from './launch.ts'

let app: App | undefined
let folder = ''
afterEach(async () => {
  await app?.close()
  app = undefined
  rmSync(folder, { recursive: true, force: true })
})

async function atKiosk(instruments: string[], layout: 'one' | 'all' = 'one') {
  const scene = await vaultAtKiosk(instruments, layout)
  folder = scene.folder
  app = await launch({ dataDir: folder })
  await app.page.getByRole('button', { name: '开始' }).waitFor()
  return { ...scene, page: app.page, app }
}
const shows = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((what) => document.querySelector(what) !== null, selector).catch(() => false)
const choose = (page: Page, answer: string) => page.getByRole('radio', { name: answer }).click()
async function answerAll(page: Page, answers: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: '开始' }).click()
  for (const [i, answer] of answers.entries()) {
    await page.getByText(`第 ${i + 1} 题，`).waitFor()
    await choose(page, answer)
  }
}
const PHQ9_WITH_ITEM_9 = [...Array<string>(8).fill('完全不会'), '好几天', '毫无困难']
async function teacherIn(page: Page, password: string): Promise<void> {
  await page.getByRole('button', { name: '老师' }).click()
  await page.getByRole('textbox', { name: '密码' }).fill(password)
  await page.getByRole('button', { name: '结束并打开' }).click()
}
/** What the vault holds after the counselor has opened it again, asked outside the window. */
async function lookInside() {
  await app?.close()
  app = undefined
  const { ask, life } = openKioskHost(folder)
  await ask('vault.unlock', { password: PASSWORD })
  return { ask, done: () => life.lock('test') }
}

it('nothing a student tries leads anywhere but this form, and no name of anybody is in it', async () => {
  const { page, names } = await atKiosk(['phq9'])
  await page.getByRole('button', { name: '开始' }).click()
  await choose(page, '好几天')
  await page.getByText('第 2 题，').waitFor()
  const opened: Page[] = []
  page.context().on('page', (other) => opened.push(other))
  const asked = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/rpc/')) asked.add(pathname)
  })
  const home = new URL(page.url())
  expect(ESCAPES.length).toBeGreaterThanOrEqual(100)
  for (const { name, attempt } of ESCAPES) {
    await attempt(page)
    // Asked of the page itself: a navigation that the page's policy has stopped keeps a locator waiting.
    await expect.poll(() => shows(page, '.kiosk-question'), { message: name, timeout: 10_000 }).toBe(true)
    expect([name, new URL(page.url()).origin, await page.evaluate(() => document.title)]).toEqual([
      name,
      home.origin,
      '静室',
    ])
    expect([name, opened.length, await shows(page, 'nav')]).toEqual([name, 0, false])
  }
  expect([...asked].filter((path) => !/^\/rpc\/(kiosk|vault\/status)/.test(path))).toEqual([])
  const text = await page.evaluate(() => document.documentElement.outerHTML)
  expect(names.filter((name) => text.includes(name))).toEqual([])
})

it('keys that mean something to a browser are stopped on their way', async () => {
  const { page } = await atKiosk(['phq9'])
  await page.evaluate(() => {
    const seen: string[] = []
    Reflect.set(window, 'seen', seen)
    const look = (event: KeyboardEvent) => setTimeout(() => event.defaultPrevented || seen.push(event.key))
    document.documentElement.addEventListener('keydown', look, true)
    const stopped = Event.prototype.stopPropagation
    Event.prototype.stopPropagation = function () {
      if (this instanceof KeyboardEvent && this.type === 'keydown') look(this)
      stopped.call(this)
    }
  })
  for (const keys of ['Control+r', 'F5', 'Control+p', 'Alt+ArrowLeft', 'F12', 'Control+Shift+i', 'Control+w', 'F11'])
    await page.keyboard.press(keys)
  // What was looked at a moment after each key has been looked at by now.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
  const passed = (await page.evaluate(() => Reflect.get(window, 'seen'))) as string[]
  expect(passed.filter((key) => !['Control', 'Shift', 'Alt'].includes(key))).toEqual([])
})

it('the host answers nothing but the form, whatever is asked with the window’s own rights', async () => {
  const { page, names } = await atKiosk(['phq9'])
  const asked: { url: string; headers: Record<string, string> }[] = []
  page.on('request', (request) => asked.push({ url: request.url(), headers: request.headers() }))
  await page.getByRole('button', { name: '开始' }).click()
  await choose(page, '好几天')
  await page.getByText('第 2 题，').waitFor()
  const own = asked.find(({ url }) => url.includes('/rpc/kiosk/save'))
  const rights = Object.fromEntries(
    Object.entries(own?.headers ?? {}).filter(([name]) => name.startsWith('x-') || name === 'content-type'),
  )
  const calls = Object.entries(contract).flatMap(([feature, verbs]) =>
    Object.keys(verbs).map((verb) => `${feature}/${verb}`),
  )
  const answers = await page.evaluate(
    async ({ calls: paths, rights: headers }) => {
      const got: [string, number, string][] = []
      for (const path of paths) {
        const answer = await fetch(`/rpc/${path}`, { method: 'POST', headers, body: '{"json":{}}' })
        got.push([path, answer.status, await answer.text()])
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
      return got
    },
    { calls: calls.filter((path) => !/^kiosk\/(finish|idle|leave)$/.test(path)), rights },
  )
  const open = answers.filter(([, status]) => status === 200).map(([path]) => path)
  expect(open.toSorted()).toEqual(['kiosk/view', 'vault/status'])
  for (const [path, , body] of answers) expect([path, names.filter((name) => body.includes(name))]).toEqual([path, []])
})

it('a sheet that is handed in is in the vault, scored, and its critical answer waits for the counselor', async () => {
  const { page, assessmentIds } = await atKiosk(['phq9', 'gad7'])
  await answerAll(page, PHQ9_WITH_ITEM_9)
  await page.getByText('每一题都选好了').waitFor()
  await page.getByRole('button', { name: '下一份' }).click()
  await answerAll(page, Array<string>(7).fill('完全不会'))
  await page.getByRole('button', { name: '交给老师' }).click()
  await page.getByText('谢谢你').waitFor()
  expect(await page.getByRole('radio').count()).toBe(0)
  await teacherIn(page, 'not the password at all')
  await page.getByText('密码不对').waitFor()
  await page.getByRole('textbox', { name: '密码' }).fill(PASSWORD)
  await page.getByRole('button', { name: '结束并打开' }).click()
  await page.getByRole('navigation').waitFor({ timeout: 30_000 })
  const { ask, done } = await lookInside()
  const sheets = await Promise.all(
    assessmentIds.map((assessmentId) => ask<{ assessment: Assessment }>('assessments.get', { assessmentId })),
  )
  expect(sheets.map(({ assessment }) => [assessment.short, assessment.state, assessment.score])).toEqual([
    ['PHQ-9', 'scored', 1],
    ['GAD-7', 'scored', 0],
  ])
  expect((await ask<TaskLine[]>('assessments.tasks')).map((task) => task.critical[0]?.item)).toEqual(['phq9_9'])
  done()
})

it('a minute without a touch ends in thanks; what was chosen is kept as a paused sheet', async () => {
  const { page, assessmentIds } = await atKiosk(['phq9'])
  await page.clock.install()
  await page.reload()
  await page.getByRole('button', { name: '开始' }).click()
  await choose(page, '几乎每天')
  await page.getByText('第 2 题，').waitFor()
  await page.clock.fastForward(50_000)
  await page.getByText('你还在吗？').waitFor()
  await page.clock.fastForward(15_000)
  await page.getByText('谢谢你').waitFor()
  const left = await page.evaluate(() => [
    document.body.innerText,
    JSON.stringify({ ...localStorage }),
    JSON.stringify({ ...sessionStorage }),
  ])
  expect(left[0]).not.toContain('几乎每天')
  expect(left.slice(1).join('')).not.toContain('phq9')
  await page.reload()
  await page.getByText('谢谢你').waitFor()
  await page.clock.resume()
  await teacherIn(page, PASSWORD)
  await page.getByRole('navigation').waitFor({ timeout: 30_000 })
  const { ask, done } = await lookInside()
  const { assessment } = await ask<{ assessment: Assessment }>('assessments.get', { assessmentId: assessmentIds[0] })
  expect([assessment.state, assessment.answers]).toEqual(['open', { phq9_1: 3 }])
  done()
})

it('a double click answers the question that was read, not the next one as well', async () => {
  const { page } = await atKiosk(['phq9'])
  await page.getByRole('button', { name: '开始' }).click()
  await page.getByRole('radio', { name: '好几天' }).dblclick()
  await page.getByText('第 2 题，').waitFor()
  await page.waitForTimeout(200)
  expect(await page.getByText('第 2 题，').count()).toBe(1)
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
  await page.getByRole('radio', { name: '完全不会' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('第 3 题，').waitFor()
})

it('on a page with all questions a double click does not take the answer back', async () => {
  const { page } = await atKiosk(['gad7'], 'all')
  await page.getByRole('button', { name: '开始' }).click()
  await page.getByRole('radio', { name: '几乎每天' }).first().dblclick()
  await expect.poll(() => page.getByRole('radio', { checked: true }).count()).toBe(1)
})

it('a page loaded anew goes on where it was', async () => {
  const { page } = await atKiosk(['phq9'])
  await page.getByRole('button', { name: '开始' }).click()
  await choose(page, '好几天')
  await choose(page, '完全不会')
  await page.getByText('第 3 题，').waitFor()
  await page.reload()
  await page.getByText('第 3 题，').waitFor()
  await page.getByRole('button', { name: '上一题' }).click()
  const chosen = page.getByRole('radio', { name: '完全不会' })
  await expect.poll(() => chosen.getAttribute('aria-checked')).toBe('true')
})

it('closing the window and starting the program again leads to the kiosk, not to the room', async () => {
  const { page } = await atKiosk(['phq9'])
  await page.getByRole('button', { name: '开始' }).click()
  await choose(page, '好几天')
  await page.getByText('第 2 题，').waitFor()
  await app?.close()
  app = await launch({ dataDir: folder })
  await app.page.getByText('谢谢你').waitFor()
  expect(await app.page.getByRole('navigation').count()).toBe(0)
  await teacherIn(app.page, PASSWORD)
  await app.page.getByRole('navigation').waitFor({ timeout: 30_000 })
})

it('all questions stand on one page when the counselor wishes it', async () => {
  const { page } = await atKiosk(['gad7'], 'all')
  await page.getByRole('button', { name: '开始' }).click()
  expect(await page.getByRole('radiogroup').count()).toBe(7)
  for (const group of await page.getByRole('radiogroup').all()) await group.getByRole('radio').first().click()
  await page.getByRole('button', { name: '答完了' }).click()
  await page.getByText('每一题都选好了').waitFor()
})

it('the digits choose on a page with one question', async () => {
  const { page } = await atKiosk(['gad7'])
  await page.getByRole('button', { name: '开始' }).click()
  for (const key of ['1', '2', '3', '4', '1', '1', '1']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(50)
  }
  await expect.poll(() => page.locator('.kiosk-quiet').innerText()).toContain('第 8 题')
})

it('nothing of the sitting stands readable on the disk', async () => {
  const { page, names } = await atKiosk(['phq9'])
  await answerAll(page, PHQ9_WITH_ITEM_9)
  await page.getByRole('button', { name: '交给老师' }).click()
  await page.getByText('谢谢你').waitFor()
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
  for (const path of files) {
    const bytes = readFileSync(path)
    for (const name of names)
      expect([path, bytes.includes(name), bytes.includes(Buffer.from(name, 'utf16le'))]).toEqual([path, false, false])
    expect([path, bytes.includes('"phq9_9":1')]).toEqual([path, false])
  }
})
