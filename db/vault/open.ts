import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import Database from 'better-sqlite3'
import { AppError } from '#contract/errors'
import { migrate, type MigrationOptions } from './migrate.ts'
import { rawKeyOf } from './keys.ts'
import { wrongKeyOrDamaged } from './pages.ts'

/** "QRv1": marks the file as ours. */
const APPLICATION_ID = 0x51_52_76_31

/** An open, proven vault. The only place where a database is ever opened is this file. */
export type Vault = {
  db: Database.Database
  file: string
  /** The file itself, for reading only; see `PageSource`. Open exactly as long as the vault. */
  fd: number
  /** Checkpoints what is in the WAL, so that a single whole file is left, and closes. */
  close(): void
}

/** What every connection is set to, in this order, and what must be read back (security.md §3.5, F1, F4, F14). */
export const SETTINGS: readonly (readonly [name: string, value: string | number, readBack: string | number])[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', 0, 0],
  ['wal_autocheckpoint', 1000, 1000],
  ['busy_timeout', 3000, 3000],
  ['cache_size', -16_000, -16_000],
]

/**
 * Opens an existing vault with its database key (32 bytes; the caller zeroes it).
 * Errors: `storage` with reason `vault-missing`, `not-encrypted`, `wrong-key`, `damaged`, `in-use`, `not-ours`,
 * `newer-version`, `unsafe-setting`, and those of `migrate`.
 */
export function openVault(file: string, databaseKey: Buffer, options: MigrationOptions = {}): Vault {
  if (!existsSync(file)) throw new AppError('storage', { reason: 'vault-missing' })
  return open(file, databaseKey, false, options)
}

/** Makes a new, empty vault with the newest schema. `storage`/`vault-exists` when a file is already there. */
export function createVault(file: string, databaseKey: Buffer, options: MigrationOptions = {}): Vault {
  if (existsSync(file)) throw new AppError('storage', { reason: 'vault-exists' })
  const vault = open(file, databaseKey, true, options)
  vault.db.pragma('wal_checkpoint(TRUNCATE)')
  refusePlainFile(vault.fd)
  return vault
}

function open(file: string, databaseKey: Buffer, isNew: boolean, options: MigrationOptions): Vault {
  // Opened first and closed last: whoever closes it takes the locks of the database away (POSIX).
  const fd = openSync(file, isNew ? 'wx+' : 'r', 0o600)
  let db: Database.Database | undefined
  try {
    if (!isNew) refusePlainFile(fd)
    db = new Database(file, { fileMustExist: true, timeout: 1000 })
    unlock(db, fd, databaseKey)
    if (isNew) db.pragma(`application_id = ${APPLICATION_ID}`)
    else if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      throw new AppError('storage', { reason: 'not-ours' })
    applySettings(db)
    migrate(db, options)
    const opened = db
    return { db, file, fd, close: () => close(opened, fd) }
  } catch (error) {
    db?.close()
    closeSync(fd)
    throw error
  }
}

/**
 * Opens a whole file that nobody works in, an image in a backup set for one, to look at it: nothing in or beside it changes.
 * Errors as of `openVault`; `newer-version` is left to the caller.
 */
export function openForReading(file: string, databaseKey: Buffer): Database.Database {
  const fd = openSync(file, 'r')
  let db: Database.Database | undefined
  try {
    refusePlainFile(fd)
    db = new Database(file, { fileMustExist: true, readonly: true, timeout: 1000 })
    unlock(db, fd, databaseKey)
    for (const setting of ['query_only = ON', 'temp_store = MEMORY', 'trusted_schema = OFF', 'cell_size_check = ON'])
      db.pragma(setting)
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      throw new AppError('storage', { reason: 'not-ours' })
    return db
  } catch (error) {
    db?.close()
    throw error
  } finally {
    closeSync(fd)
  }
}

/** Gives a closed file another key, in place: only ever a copy (security.md F11). The caller proves what came of it. */
export function rekeyCopy(file: string, databaseKey: Buffer, fresh: Buffer): void {
  const fd = openSync(file, 'r')
  const rawKey = rawKeyOf(fresh)
  let db: Database.Database | undefined
  try {
    db = new Database(file, { fileMustExist: true })
    unlock(db, fd, databaseKey)
    db.pragma('temp_store = MEMORY')
    db.pragma('journal_mode = DELETE')
    ;(db as Database.Database & { rekey(raw: Buffer): void }).rekey(rawKey)
  } finally {
    rawKey.fill(0)
    db?.close()
    closeSync(fd)
  }
}

/** Key first, before any other statement that asks the file; a raw key given as a Buffer leaves no copy in a string (F15). */
function unlock(db: Database.Database, fd: number, databaseKey: Buffer): void {
  const rawKey = rawKeyOf(databaseKey)
  try {
    db.pragma(`cipher = 'sqlcipher'`)
    db.pragma('legacy = 4')
    ;(db as Database.Database & { key(raw: Buffer): void }).key(rawKey)
  } finally {
    rawKey.fill(0)
  }
  try {
    // Before the first look into the file: only then is it locked from the start, and no -shm file is made.
    db.pragma('locking_mode = EXCLUSIVE')
    db.prepare('SELECT count(*) FROM sqlite_master').get()
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === 'SQLITE_BUSY') throw new AppError('storage', { reason: 'in-use' }, { cause: error })
    throw new AppError('storage', { reason: wrongKeyOrDamaged(fd, databaseKey) }, { cause: error })
  }
}

function applySettings(db: Database.Database): void {
  for (const [name, value] of SETTINGS) db.pragma(`${name} = ${value}`)
  for (const [name, , readBack] of SETTINGS)
    if (db.pragma(name, { simple: true }) !== readBack)
      throw new AppError('storage', { reason: 'unsafe-setting', field: name })
}

/** A misspelt key pragma leaves a readable file without any error (F2): look at the bytes themselves. */
function refusePlainFile(fd: number): void {
  const head = Buffer.alloc(16)
  readSync(fd, head, 0, 16, 0)
  if (head.toString('latin1').startsWith('SQLite format 3')) throw new AppError('storage', { reason: 'not-encrypted' })
}

function close(db: Database.Database, fd: number): void {
  if (!db.open) return
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
    closeSync(fd)
  }
}
