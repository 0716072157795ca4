import { closeSync, copyFileSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { rawKeyOf } from '#db/vault/keys'
import { SETTINGS, type Vault } from '#db/vault/open'

type Keyed = Database.Database & { key(raw: Buffer): void; rekey(raw: Buffer): void }

/** The same rows page by page without encryption, as the yardstick. Nowhere else is a plain database ever opened. */
export function plainTwin(vaultFile: string, databaseKey: Buffer, file: string): void {
  if (existsSync(file)) return
  const growing = `${file}.part`
  rmSync(growing, { force: true })
  copyFileSync(vaultFile, growing)
  const db = new Database(growing) as Keyed
  db.pragma(`cipher = 'sqlcipher'`)
  db.pragma('legacy = 4')
  db.key(rawKeyOf(databaseKey))
  db.pragma('journal_mode = DELETE')
  db.rekey(Buffer.alloc(0))
  db.close()
  renameSync(growing, file)
}

/** Opened with the very settings of the vault, only without a key. */
export function openPlain(file: string): Vault {
  const fd = openSync(file, 'r')
  const db = new Database(file, { fileMustExist: true })
  for (const [name, value] of SETTINGS) db.pragma(`${name} = ${value}`)
  db.prepare('SELECT count(*) FROM sqlite_master').get()
  return {
    db,
    file,
    fd,
    close() {
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.close()
      closeSync(fd)
    },
  }
}
