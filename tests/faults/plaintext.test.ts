import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { spellings } from './canaries.ts'
import { patience, report } from './figures.ts'
import { canWatch, lookInto, lookThrough, watching } from './write-watch.ts'

/** Nothing readable leaves the memory, whatever is done (security.md §4.3, P1). */
const doer = new URL('everything-doer.ts', import.meta.url).pathname

/** Each sitting is a process of its own; the first ends by SIGKILL. */
async function watchEverything(tempStore: 'memory' | 'file') {
  const place = mkdtempSync(join(tmpdir(), 'quietroom-watched-'))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  const [room, log] = [join(place, 'room'), join(place, 'log')]
  for (const folder of ['data', 'temp']) mkdirSync(join(room, folder), { recursive: true })
  const all = []
  let said = ''
  for (const when of ['begin', 'again'] as const) {
    const [program, ...args] = watching(log)
    const run = spawnSync(program, [...args, process.execPath, doer, join(room, 'data'), tempStore, when], {
      env: { ...process.env, TMPDIR: join(room, 'temp'), HOME: join(room, 'temp') },
      encoding: 'utf8',
      timeout: patience(240_000),
    })
    said += run.stdout + run.stderr
    expect([run.status, run.signal, said], run.stderr).toEqual(
      when === 'again' ? [0, null, said] : [null, 'SIGKILL', said],
    )
    all.push(await lookThrough(log, spellings()))
    all.push({ hits: lookInto(room, spellings()), writes: 0, mapped: [], cut: [] })
  }
  return {
    said,
    hits: all.flatMap(({ hits }) => hits),
    mapped: all.flatMap(({ mapped }) => mapped),
    cut: all.flatMap(({ cut }) => cut),
    writes: all.reduce((sum, { writes }) => sum + writes, 0),
  }
}

it('every spelling of the canary is long enough to mean something', () => {
  for (const [name, bytes] of spellings()) expect(bytes.length, name).toBeGreaterThanOrEqual(12)
})

it.runIf(canWatch())(
  'nothing readable is written by any process in anything that can be done, nor lies in any folder',
  { timeout: patience(300_000) },
  async () => {
    const { hits, mapped, cut, writes, said } = await watchEverything('memory')
    report('P1', { bad: hits.length, of: writes, what: `writes to files held readable text (${said.trim()} calls)` })
    expect(hits.slice(0, 10)).toEqual([])
    expect(mapped).toEqual([])
    expect(cut).toEqual([])
    expect(writes).toBeGreaterThan(500)
  },
)

it.runIf(canWatch())('and it would be seen: SQLite as it comes writes it', { timeout: patience(300_000) }, async () => {
  expect((await watchEverything('file')).hits.length).toBeGreaterThan(0)
})
