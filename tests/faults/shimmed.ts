import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '#tests/source-files'
import { type Change, readShimLog } from './shim-log.ts'

export type Shimmed = {
  changes: Change[]
  /** What it promised by `ack`, in order. */
  acks: string[]
  heard: string
  trouble: string
  code: number | null
  signal: NodeJS.Signals | null
}

/**
 * Runs a script under the shim, which watches `folder` (absolute) and writes down every change there. The script speaks
 * to the shim through `shim-orders.ts`. It gets one line on standard input and is to end by itself. Without `keepsBytes` the
 * bytes are left out, for scripts that write a great deal.
 */
export async function withShim(script: string, args: string[], folder: string, keepsBytes = true): Promise<Shimmed> {
  const logs = mkdtempSync(join(tmpdir(), 'quietroom-shim-'))
  const log = join(logs, 'log')
  try {
    const worker = spawn(process.execPath, [script, ...args], {
      env: { ...process.env, ...shimEnvironment(folder, log, keepsBytes) },
    })
    let [heard, trouble] = ['', '']
    worker.stdout.on('data', (chunk) => (heard += String(chunk)))
    worker.stderr.on('data', (chunk) => (trouble += String(chunk)))
    worker.stdin.on('error', () => {})
    worker.stdin.end('\n')
    const [code, signal] = (await once(worker, 'close')) as [number | null, NodeJS.Signals | null]
    const changes = readShimLog(log, folder)
    return {
      changes,
      acks: changes.flatMap((one) => (one.op === 'ack' ? [one.text] : [])),
      heard,
      trouble,
      code,
      signal,
    }
  } finally {
    rmSync(logs, { recursive: true, force: true })
  }
}

/** For a process that is started otherwise. `log` may be read with `readShimLog`. */
export const shimEnvironment = (folder: string, log: string, keepsBytes = true): Record<string, string> => ({
  LD_PRELOAD: shim(),
  QUIETROOM_SHIM_FOLDER: folder,
  QUIETROOM_SHIM_LOG: log,
  ...(keepsBytes ? { QUIETROOM_SHIM_BYTES: 'yes' } : {}),
})

let known: string | undefined
function shim(): string {
  if (known) return known
  const made = spawnSync(process.execPath, [join(ROOT, 'build', 'shim.ts')], { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stderr)
  known = made.stdout.trim()
  return known
}
