import { createServer } from 'node:http'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { PRACTICE_ACCOUNT, STAFF } from '#core/practice/people'
import { practiceSchool } from '#core/practice/school'
import { systemClock } from '#electron/host/clock'
import { foundVault } from '#electron/host/found-vault'
import { realPlace } from '#electron/host/places'
import { startBrowser, startHostProcess, stopHost } from '#tests/e2e/launch'
import { timingOf } from './measure.ts'
import type { Line } from './table.ts'

const TIMES = 7
type Seen = { paint: number; usable: number; bytes: number }

/** What the person waits for: from starting the browser to paint and to a password field that takes typing. */
export async function windowLines(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'quietroom-bench-'))
  const blank = await blankPage()
  try {
    await foundVault(realPlace(folder), {
      school: practiceSchool('zh', systemClock.today()),
      account: { id: randomUUID(), name: STAFF.counselor.name, sex: 'female', roles: ['counselor'] },
      password: PRACTICE_ACCOUNT.password,
      recovery: null,
      clock: systemClock,
      newId: randomUUID,
      kdfTargetMs: 0,
    })
    const ours: Seen[] = []
    const theirs: Seen[] = []
    for (let i = 0; i <= TIMES; i++) {
      theirs.push(await look(blank.address))
      const host = await startHostProcess(folder)
      ours.push(await look(host.address))
      await stopHost(host)
    }
    return linesOf(ours.slice(1), theirs.slice(1))
  } finally {
    blank.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function linesOf(ours: readonly Seen[], theirs: readonly Seen[]): Line[] {
  const of = (seen: readonly Seen[], what: keyof Seen) => timingOf(seen.map((one) => one[what]))
  const [paint, blankPaint] = [of(ours, 'paint'), of(theirs, 'paint')]
  const [usable, blankUsable] = [of(ours, 'usable'), of(theirs, 'usable')]
  const kilobytes = of(ours, 'bytes').p95 / 1024
  return [
    { what: 'first paint after launch', unit: 'ms', value: paint, plain: blankPaint, atMost: blankPaint.p95 + 150 },
    {
      what: 'unlock screen usable',
      unit: 'ms',
      value: usable,
      plain: blankUsable,
      atMost: blankUsable.p95 * 1.5,
      mostRatio: 1.5,
    },
    { what: 'renderer to the unlock screen, gzip', unit: 'KB', value: { p50: kilobytes, p95: kilobytes }, atMost: 200 },
  ]
}

async function look(address: string): Promise<Seen> {
  const begun = Date.now()
  const browser = await startBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    const loads = bytesLoaded(page)
    await page.goto(address)
    await page.waitForSelector('input:focus')
    const usable = Date.now() - begun
    const bytes = loads.soFar()
    const painted = await page.evaluate(
      () => performance.timeOrigin + (performance.getEntriesByType('paint')[0]?.startTime ?? Number.NaN),
    )
    return { paint: painted - begun, usable, bytes }
  } finally {
    await browser.close()
  }
}

const built = join(import.meta.dirname, '..', '..', 'dist', 'renderer')

/** Size of every built file that was fetched so far, compressed as a server would; fonts are compressed already. */
function bytesLoaded(page: Page): { soFar(): number } {
  const fetched = new Set<string>()
  page.on('response', (response) => fetched.add(new URL(response.url()).pathname))
  const sizeOf = (path: string): number => {
    const file = join(built, path === '/' ? 'index.html' : path)
    if (!existsSync(file)) return 0
    const bytes = readFileSync(file)
    return Math.min(bytes.length, gzipSync(bytes).length)
  }
  return { soFar: () => [...fetched].reduce((sum, path) => sum + sizeOf(path), 0) }
}

/** The least a page can be: one field that takes typing. */
async function blankPage(): Promise<{ address: string; close(): void }> {
  const page = '<!doctype html><meta charset="utf-8"><title>.</title><p>.</p><input autofocus>'
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(page))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() }
}
