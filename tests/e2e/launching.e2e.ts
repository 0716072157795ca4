import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { findBrowser } from '#electron/loopback/find-browser'
import { brokenProgram } from '#tests/faults/broken'
import { patience, report, rounds } from '#tests/faults/figures'
import { GUARDS } from '#tests/faults/guards'
import { type Host, launch, startBrowser, startHostProcess } from './launch.ts'

const folder = mkdtempSync(join(tmpdir(), 'quietroom-launching-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const own = (name: string) => mkdtempSync(join(folder, name))
const secretOf = (host: Host) => new URL(host.address).hash.slice('#c='.length)

const isListening = (address: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })

it('the secret leaves the address bar, the history and every place a script could keep it', async () => {
  const app = await launch()
  await app.page.getByText('建立我们学校的静室').waitFor()
  const secret = secretOf(app.host)
  expect(app.page.url()).not.toContain(secret)
  const kept = await app.page.evaluate(() => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    steps: history.length,
  }))
  expect(kept).toEqual({ local: 0, session: 0, cookies: '', steps: expect.any(Number) })
  expect(app.complaints).toEqual([])
  await app.close()
})

it('a reload in the same window goes on; a second window with the bare address does not get in', async () => {
  const app = await launch()
  await app.page.getByText('建立我们学校的静室').waitFor()
  for (let i = 0; i < 3; i++) {
    await app.page.reload()
    await app.page.getByText('建立我们学校的静室').waitFor()
  }
  const second = await app.page.context().newPage()
  await second.goto(new URL(app.host.address).origin)
  await second.getByRole('alert').waitFor()
  expect(await second.getByText('建立我们学校的静室').count()).toBe(0)
  await second.close()
  await app.page.reload()
  await app.page.getByText('建立我们学校的静室').waitFor()
  await app.close()
})

it('the launch address opened a second time is refused, says so and ends the host', async () => {
  const app = await launch()
  await app.page.getByText('建立我们学校的静室').waitFor()
  const thief = await startBrowser()
  const page = await thief.newPage()
  await page.goto(app.host.address)
  expect(await app.host.exited).toBe(1)
  expect(app.host.said.join('\n')).toContain('WARNING')
  expect(await isListening(app.host.address)).toBe(false)
  await thief.close()
  await app.close()
})

it('the practice room is locked at its own door', async () => {
  const app = await launch({ practice: true })
  await app.page.getByRole('link', { name: '今日' }).waitFor()
  await app.page.keyboard.press('Control+L')
  await app.page.getByRole('button', { name: '继续练习' }).click()
  await app.page.getByRole('link', { name: '今日' }).waitFor()
  expect(await app.page.getByRole('button', { name: '离开练习' }).count()).toBe(1)
  await app.close()
})

/** The host ends within two seconds; a machine that is slow or busy beside is given more. */
const ENDS_MS = 15_000

/** In each round the browser of another launch is killed; gives how many hosts stood longer than they may. */
const killBrowsers = async (times: Iterable<number>, mayStandMs = ENDS_MS, program?: string) => {
  let [killed, late] = [0, 0]
  for (const _time of times) {
    const host = await startHostProcess(own('killed-'), [], undefined, program)
    const browser = await startBrowser()
    const page = await browser.newPage({ locale: 'zh-CN' })
    await page.goto(host.address)
    await page.getByText('建立我们学校的静室').waitFor()
    await page.waitForTimeout(2_000)
    await browser.close()
    const code = await Promise.race([host.exited, after(mayStandMs, 'stands')])
    if (code !== 0 || (await isListening(host.address))) late++
    killed++
    if (code === 'stands') host.process.kill('SIGKILL')
  }
  return { killed, late }
}

it('a killed browser ends the host soon', { timeout: patience(120_000) }, async () => {
  const { killed, late } = await killBrowsers(rounds(2, 100))
  report('H7', { bad: late, of: killed, what: 'killed browsers left the host standing' })
  expect(late).toBe(0)
})

it('and it would be seen: a host that does not notice that its window is gone', async () => {
  const broken = await brokenProgram(GUARDS.presence)
  expect((await killBrowsers(rounds(1, 1), 5_000, broken)).late).toBe(1)
})

it('a host that dies leaves nothing on the screen', async () => {
  const app = await launch()
  await app.page.getByText('建立我们学校的静室').waitFor()
  app.host.process.kill('SIGKILL')
  await app.page.getByRole('alert').waitFor()
  expect(await app.page.locator('#root').count()).toBe(0)
  await app.close()
})

it('a host whose parent is gone ends by itself', async () => {
  const script = join(process.cwd(), 'dist/electron/loopback.js')
  const parent = spawn(
    process.execPath,
    [
      '-e',
      `const child = require('node:child_process').spawn(process.execPath, [${JSON.stringify(script)}, '--address'],
         { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }); setInterval(() => {}, 1000)`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, QUIETROOM_DATA: own('orphan-') } },
  )
  const address = await new Promise<string>((resolve) => {
    parent.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\/\/\S+/.exec(String(chunk))?.[0]
      if (found) resolve(found)
    })
  })
  expect(await isListening(address)).toBe(true)
  parent.kill('SIGKILL')
  await expect.poll(() => isListening(address), { timeout: 20_000 }).toBe(false)
})

it('a window of its own opens from a private file, keeps the secret off the command line and leaves no profile', async () => {
  const browser = findBrowser() ?? ''
  const headless = join(folder, 'browser')
  const seen = join(folder, 'seen.html')
  // The page is gone as soon as the window has used it: a copy is kept, with its mode, before the browser starts.
  writeFileSync(
    headless,
    `#!/bin/sh
for flag in "$@"; do case "$flag" in --app=file://*) cp -p "\${flag#--app=file://}" "${seen}.part" && mv "${seen}.part" "${seen}" ;; esac; done
exec "${browser}" --headless=new --disable-gpu "$@"
`,
  )
  chmodSync(headless, 0o755)
  const host = spawn(process.execPath, ['dist/electron/loopback.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, QUIETROOM_DATA: own('window-'), CHROMIUM: headless, DISPLAY: ':9', TMPDIR: folder },
  })
  const ended = new Promise((resolve) => host.once('exit', resolve))
  const place = () => readdirSync(folder).find((name) => name.startsWith(`quietroom-window-${host.pid}-`))
  await expect.poll(() => existsSync(seen), { timeout: 20_000 }).toBe(true)
  expect(statSync(join(folder, place() ?? '')).mode & 0o777).toBe(0o700)
  expect(statSync(seen).mode & 0o777).toBe(0o600)
  const secret = /#c=([0-9a-f]{64})/.exec(readFileSync(seen, 'utf8'))?.[1] ?? ''
  const page = join(folder, place() ?? '', 'open.html')
  await expect.poll(() => existsSync(page), { timeout: 20_000 }).toBe(false)

  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const lines = pids.map((pid) => ({ pid: Number(pid), line: tellsOf(pid) }))
  expect(secret).toHaveLength(64)
  expect(lines.filter(({ pid, line }) => pid !== process.pid && line.includes(secret))).toEqual([])
  const child = lines.find(({ line }) => line.includes(`--user-data-dir=${folder}`) && !line.includes('--type='))
  expect(child?.line).toContain('--incognito')
  expect(child?.line).not.toContain('remote-debugging')

  const start = Date.now()
  process.kill(child?.pid ?? 0, 'SIGKILL')
  expect(await ended).toBe(0)
  expect(Date.now() - start).toBeLessThan(ENDS_MS)
  expect(place()).toBeUndefined()
})

/** Command line and environment of a process, as far as they can be read. */
const tellsOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') + readFileSync(`/proc/${pid}/environ`, 'utf8')
  } catch {
    return ''
  }
}
