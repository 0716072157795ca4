import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { writeAnchor } from '#db/vault/anchor'
import { openVault } from '#db/vault/open'
import { markOf } from '#db/vault/standing'
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

/** The empty vault of a school with one counselor, closed, with its anchor; `args` are those of `workOn`. */
export function emptyVault(): EmptyVault {
  const { file: made, databaseKey, me, room, close } = testContext()
  close()
  const folder = fastFolder()
  const file = join(folder, 'vault.db')
  copyFileSync(made, file)
  const vault = openVault(file, databaseKey)
  writeAnchor(file, databaseKey, markOf(vault.db))
  vault.close()
  return { folder, file, databaseKey, args: [file, databaseKey.toString('hex'), me.id, JSON.stringify(room.keys)] }
}
