/** `npm run bench`: the numbers of DESIGN.md §6 on a ten-year school, each beside the same work on plain SQLite. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { calendarLine } from './bench/calendar-line.ts'
import { gateLines } from './bench/gate-lines.ts'
import { logLine } from './bench/log-line.ts'
import { plainTwin } from './bench/plain.ts'
import { databaseKeyOf, SIZE, tenYearSchool, vaultFileOf } from './bench/school.ts'
import { type Line, tableOf } from './bench/table.ts'
import { windowLines } from './bench/window-lines.ts'
import { ensureBrowser } from './browser.ts'

const root = join(import.meta.dirname, '..')
const cache = join(root, '.cache', 'bench')
mkdirSync(cache, { recursive: true })
spawnSync(process.execPath, [join(root, 'build', 'setup.mjs')], { stdio: 'inherit' })

const folder = await tenYearSchool(cache)
const vaultFile = vaultFileOf(folder)
const databaseKey = await databaseKeyOf(folder)
const plainFile = join(folder, 'plain.db')
plainTwin(vaultFile, databaseKey, plainFile)

process.env.CHROMIUM = ensureBrowser()
const lines = [
  ...(await gateLines(vaultFile, plainFile, databaseKey)),
  await logLine(cache),
  ...(await windowLines()),
  await calendarLine(),
  hostMemory(),
]
const { text, holds } = tableOf(lines)
const megabytes = Math.round(statSync(vaultFile).size / 1024 / 1024)
console.log(`${SIZE.students} students, ${SIZE.visits} visits with notes, ${SIZE.tests} test records, ${megabytes} MB.`)
console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 1024 ** 3)} GB, ${platform()} ${release()} ${arch()}, Node ${process.version}`,
)
console.log('Beside: the same rows and statements without encryption; for the window, a page with one field.\n')
console.log(text)
console.log(holds ? '\nEvery line holds.' : '\nNot every line holds.')

function hostMemory(): Line {
  const done = spawnSync(process.execPath, [join(import.meta.dirname, 'bench', 'host-memory.mjs'), folder], {
    encoding: 'utf8',
  })
  const megabytes = Number(done.stdout) / 1024 / 1024
  if (done.status !== 0 || !megabytes) throw new Error(`the host could not be weighed: ${done.stderr}`)
  return { what: 'memory of the host', unit: 'MB', value: { p50: megabytes, p95: megabytes }, atMost: 200 }
}
