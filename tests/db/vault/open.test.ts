import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import IndependentSqlcipher from '@signalapp/sqlcipher'
import { describe, expect, it } from 'vitest'
import { migrations } from '#db/migrations/all'
import { rawKeyOf } from '#db/vault/keys'
import { migrate } from '#db/vault/migrate'
import { createVault, openVault } from '#db/vault/open'
import { tempFolder } from '#tests/context'

const newVault = () => {
  const file = join(tempFolder(), 'vault.db')
  const databaseKey = randomBytes(32)
  return { file, databaseKey, vault: createVault(file, databaseKey) }
}
const EXPECTED = {
  locking_mode: 'exclusive',
  journal_mode: 'wal',
  synchronous: 2,
  temp_store: 2,
  secure_delete: 1,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
}

describe('opening a vault', () => {
  it('sets every safety setting and reads it back, on a new and on an existing file', () => {
    const { file, databaseKey, vault } = newVault()
    for (const [name, value] of Object.entries(EXPECTED))
      expect([name, vault.db.pragma(name, { simple: true })]).toEqual([name, value])
    vault.close()
    const again = openVault(file, databaseKey)
    for (const [name, value] of Object.entries(EXPECTED))
      expect([name, again.db.pragma(name, { simple: true })]).toEqual([name, value])
    again.close()
  })
  it('leaves a single file without a readable header or word', () => {
    const { file, vault } = newVault()
    vault.db.prepare(`INSERT INTO settings VALUES ('canary', '"纸飞机"')`).run()
    vault.close()
    const bytes = readFileSync(file)
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    expect(bytes.includes(Buffer.from('纸飞机'))).toBe(false)
    expect(existsSync(`${file}-wal`)).toBe(false)
  })
  it('is read by an independent SQLCipher with the same raw key', () => {
    const { file, databaseKey, vault } = newVault()
    vault.db.prepare(`INSERT INTO settings VALUES ('school', '"云杉"')`).run()
    vault.close()
    const other = new IndependentSqlcipher(file)
    other.pragma(`key="${rawKeyOf(databaseKey).toString('latin1')}"`)
    expect(other.prepare(`SELECT value FROM settings WHERE key = 'school'`).get()).toEqual({ value: '"云杉"' })
    expect(other.pragma('cipher_integrity_check')).toEqual([])
    other.close()
  })
  it('refuses a wrong key and keeps the file as it was', () => {
    const { file, vault } = newVault()
    vault.close()
    const before = readFileSync(file)
    expect(() => openVault(file, randomBytes(32))).toThrow(
      expect.objectContaining({ code: 'storage', data: { reason: 'wrong-key' } }),
    )
    expect(readFileSync(file).equals(before)).toBe(true)
  })
  it('refuses a key that is not 32 bytes, which would silently become a passphrase', () => {
    for (const length of [0, 31, 33]) expect(() => rawKeyOf(randomBytes(length))).toThrow(RangeError)
  })
  it('never takes a missing file for an empty vault', () => {
    const file = join(tempFolder(), 'vault.db')
    expect(() => openVault(file, randomBytes(32))).toThrow(
      expect.objectContaining({ data: { reason: 'vault-missing' } }),
    )
    expect(existsSync(file)).toBe(false)
  })
  it('refuses a plain SQLite file', () => {
    const file = join(tempFolder(), 'vault.db')
    writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080)]))
    expect(() => openVault(file, randomBytes(32))).toThrow(
      expect.objectContaining({ data: { reason: 'not-encrypted' } }),
    )
  })
  it('lets no second program in while it is open', () => {
    const { file, databaseKey, vault } = newVault()
    expect(() => openVault(file, databaseKey)).toThrow(expect.objectContaining({ data: { reason: 'in-use' } }))
    vault.close()
    const looking = openVault(file, databaseKey)
    expect(existsSync(`${file}-shm`)).toBe(false)
    expect(() => openVault(file, databaseKey)).toThrow(expect.objectContaining({ data: { reason: 'in-use' } }))
    looking.close()
  })
  it('refuses a vault of a newer program and leaves it untouched', () => {
    const { file, databaseKey, vault } = newVault()
    vault.db.pragma('user_version = 999')
    vault.close()
    const before = readFileSync(file)
    expect(() => openVault(file, databaseKey)).toThrow(expect.objectContaining({ data: { reason: 'newer-version' } }))
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('migrating a vault', () => {
  it('runs each step once and remembers it', () => {
    const { vault } = newVault()
    expect(vault.db.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.version)
    const next = { version: 1000, name: 'probe', sql: 'CREATE TABLE probe (id TEXT) STRICT' }
    migrate(vault.db, { steps: [...migrations, next] })
    migrate(vault.db, { steps: [...migrations, next] })
    expect(vault.db.pragma('user_version', { simple: true })).toBe(1000)
    vault.close()
  })
  it('a rebuild of a parent table keeps its children', () => {
    const { vault } = newVault()
    vault.db.exec(`
      CREATE TABLE parent (id TEXT PRIMARY KEY) STRICT;
      CREATE TABLE child (id TEXT PRIMARY KEY, parent_id TEXT REFERENCES parent (id) ON DELETE CASCADE) STRICT;
      INSERT INTO parent VALUES ('p'); INSERT INTO child VALUES ('c', 'p');`)
    const rebuild = `
      CREATE TABLE parent_new (id TEXT PRIMARY KEY, more TEXT) STRICT; INSERT INTO parent_new (id) SELECT id FROM parent;
      DROP TABLE parent; ALTER TABLE parent_new RENAME TO parent;`
    migrate(vault.db, { steps: [...migrations, { version: 1000, name: 'rebuild', sql: rebuild }] })
    expect(vault.db.prepare('SELECT count(*) AS n FROM child').get()).toEqual({ n: 1 })
    expect(vault.db.pragma('foreign_keys', { simple: true })).toBe(1)
    vault.close()
  })
  it('a step that fails, or leaves orphans, leaves nothing behind', () => {
    const { vault } = newVault()
    const bad = 'CREATE TABLE half (id TEXT) STRICT; INSERT INTO nowhere VALUES (1);'
    expect(() => migrate(vault.db, { steps: [...migrations, { version: 1000, name: 'bad', sql: bad }] })).toThrow(
      /nowhere/u,
    )
    const orphan = `PRAGMA foreign_keys = OFF; INSERT INTO guardians VALUES ('nobody', 0, '', '', '')`
    expect(() =>
      migrate(vault.db, {
        steps: [...migrations, { version: 1000, name: 'orphan', sql: orphan, changes: ['guardians'] }],
      }),
    ).toThrow(expect.objectContaining({ data: { reason: 'migration-orphans', field: 'orphan' } }))
    expect(vault.db.prepare(`SELECT count(*) AS n FROM sqlite_master WHERE name = 'half'`).get()).toEqual({ n: 0 })
    expect(vault.db.prepare('SELECT count(*) AS n FROM guardians').get()).toEqual({ n: 0 })
    vault.close()
  })
  it('a step that changes the number of rows of a table it does not name is taken back', () => {
    const { vault } = newVault()
    vault.db.prepare(`INSERT INTO settings VALUES ('school', '"云杉"')`).run()
    const loss = { version: 1000, name: 'loss', sql: 'DELETE FROM settings' }
    expect(() => migrate(vault.db, { steps: [...migrations, loss] })).toThrow(
      expect.objectContaining({ data: { reason: 'migration-counts', field: 'loss settings' } }),
    )
    expect(vault.db.prepare('SELECT count(*) AS n FROM settings').get()).toEqual({ n: 1 })
    migrate(vault.db, { steps: [...migrations, { ...loss, changes: ['settings'] }] })
    expect(vault.db.prepare('SELECT count(*) AS n FROM settings').get()).toEqual({ n: 0 })
    vault.close()
  })
  it('asks before an older vault is changed, and stops when told to; a new or current one is not asked about', () => {
    const { file, databaseKey, vault } = newVault()
    vault.close()
    const next = { version: 1000, name: 'probe', sql: 'CREATE TABLE probe (id TEXT) STRICT' }
    const asked: [number, number][] = []
    const refuse = {
      beforeMigration: (_db: unknown, from: number, to: number) => {
        asked.push([from, to])
        throw new Error('no backup, no change')
      },
    }
    openVault(file, databaseKey, refuse).close()
    createVault(`${file}.new`, databaseKey, refuse).close()
    expect(asked).toEqual([])
    expect(() => openVault(file, databaseKey, { ...refuse, steps: [...migrations, next] })).toThrow('no backup')
    expect(asked).toEqual([[migrations.at(-1)?.version, 1000]])
    const after = openVault(file, databaseKey)
    expect(after.db.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.version)
    after.close()
  })
})
