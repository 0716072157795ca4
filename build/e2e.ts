/**
 * `npm run e2e [-- file…]`: the built app in a real Chromium, where the system allows it without a network (N1): a
 * packet that leaves the computer fails the run.
 */
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { report } from '#tests/faults/figures'
import { ensureBrowser } from './browser.ts'
import { beginSilence, inSilence, isInSilence, packetsKept, packetsSent } from './silence.ts'

const root = join(import.meta.dirname, '..')
const run = (args: string[], env = process.env) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1
/** One more than there are cores: a test in a browser waits for much of its time. */
const workers = `--maxWorkers=${Math.min(4, availableParallelism() + 1)}`
const vitest = [
  join('node_modules', 'vitest', 'vitest.mjs'),
  'run',
  '--project',
  'e2e',
  workers,
  ...process.argv.slice(2),
]

process.exitCode = isInSilence() ? await runInSilence() : setUpAndRun()

function setUpAndRun(): number {
  const built = run([join('build', 'setup.mjs')])
  if (built !== 0) return built
  process.env['CHROMIUM'] = ensureBrowser()
  const inside = inSilence([import.meta.filename, ...process.argv.slice(2)])
  if (inside) return inside.status ?? 1
  console.warn('N1  not measured: this system does not allow a network namespace.')
  const status = run(vitest)
  // Where every change is judged, a figure that is missing is a failure.
  return status === 0 && process.env['CI'] ? 1 : status
}

async function runInSilence(): Promise<number> {
  const before = await beginSilence()
  const status = run(vitest)
  const packets = packetsSent() - before
  report('N1', { bad: packets, of: packets + packetsKept(), what: 'packets of the end-to-end tests left the computer' })
  return status === 0 && packets > 0 ? 1 : status
}
