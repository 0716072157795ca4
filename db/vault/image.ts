import { closeSync, fstatSync, fsyncSync, openSync, statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { checkPages } from './pages.ts'
import type { Vault } from './open.ts'

/** Pages that are looked at before an image is made; a file that was replaced or overwritten shows in any of them. */
const SAMPLE = 64

/**
 * Whether the open vault is still the file at its path and still a vault: what was encrypted by somebody else, renamed or
 * overwritten is never backed up over good sets.
 */
export function troubleOfSource(
  vault: Pick<Vault, 'db' | 'file' | 'fd'>,
  databaseKey: Buffer,
): 'not-a-vault' | 'damaged-pages' | null {
  if (!isAtItsPath(vault)) return 'not-a-vault'
  vault.db.pragma('wal_checkpoint(TRUNCATE)')
  const { pages, bad } = checkPages(vault.fd, databaseKey, { sample: SAMPLE })
  if (bad.length === 0) return null
  return bad.includes(1) || bad.length > Math.min(SAMPLE, pages) / 2 ? 'not-a-vault' : 'damaged-pages'
}

/** A whole, compact copy under the same key, flushed (security.md F10). `file` must not exist. Holds everything up for its time. */
export function makeImage(db: Database.Database, file: string): void {
  const fd = openSync(file, 'wx', 0o600)
  const isReadOnly = db.pragma('query_only', { simple: true }) === 1
  try {
    // SQLite takes the copy for a change of the vault, which it is not.
    if (isReadOnly) db.pragma('query_only = OFF')
    db.prepare('VACUUM INTO ?').run(file)
    fsyncSync(fd)
  } finally {
    if (isReadOnly) db.pragma('query_only = ON')
    closeSync(fd)
  }
}

function isAtItsPath({ file, fd }: Pick<Vault, 'file' | 'fd'>): boolean {
  try {
    const [open, there] = [fstatSync(fd, { bigint: true }), statSync(file, { bigint: true })]
    return open.ino === there.ino && open.dev === there.dev
  } catch {
    return false
  }
}
