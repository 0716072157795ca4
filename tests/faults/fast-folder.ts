import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { testContext } from '#tests/context'

/**
 * A folder for one test, in memory where the system has that: neither a killed process nor a replayed power cut knows
 * the difference, and flushing costs nothing.
 */
export function fastFolder(): string {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'quietroom-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export type EmptyVault = { folder: string; file: string; databaseKey: Buffer; args: string[] }

/** The empty vault of a school with one counselor, closed; `args` are what a worker needs to open it. */
export function emptyVault(): EmptyVault {
  const { file: made, databaseKey, me, close } = testContext()
  close()
  const folder = fastFolder()
  const file = join(folder, 'vault.db')
  copyFileSync(made, file)
  return { folder, file, databaseKey, args: [file, databaseKey.toString('hex'), me.id] }
}
