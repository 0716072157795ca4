import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import IndependentSqlcipher from '@signalapp/sqlcipher'
import { describe, expect, it } from 'vitest'
import { parseRecoveryCode } from '#core/recovery-code'
import { migrations } from '#db/migrations/all'
import { rawKeyOf } from '#db/vault/keys'
import { openWithPassword, openWithRecovery } from '#db/vault/keyslots'
import { readKeyslots } from '#db/vault/keyslots-file'
import { tempFolder } from '#tests/context'
import { openHouse } from '#tests/electron/kiosk-house'
import { GOLDEN_PASSWORD, GOLDEN_SCHEMAS, goldenSecrets, goldenVault } from '#tests/golden'
import { ROOT } from '#tests/source-files'

type Rescue = {
  rescue(folder: string, out: string, secret: string): { damaged: number[]; tables: { name: string; rows: number }[] }
}

/** Tables that the program itself adds to when it opens a vault. */
const GROWING = new Set(['audit', 'vault_checks', 'backup_places', 'backup_sets'])

describe.each(GOLDEN_SCHEMAS)('the golden vault of schema %s', (schema) => {
  const secrets = Object.entries(goldenSecrets(schema))
  it.each(secrets)('gives every row to the rescue file by its %s', async (_name, secret) => {
    const { rescue } = (await import(pathToFileURL(join(ROOT, 'docs/rescue/rescue.mjs')).href)) as Rescue
    const { folder, counts } = goldenVault(schema)
    const out = join(tempFolder(), 'out')
    const { damaged, tables } = rescue(folder, out, secret)
    expect(damaged).toEqual([])
    expect(Object.fromEntries(tables.map(({ name, rows }) => [name, rows]))).toEqual(counts)
    for (const [table, rows] of Object.entries(counts)) {
      const csv = readFileSync(join(out, `${table}.csv`), 'utf8')
      // One row a line: nothing in these vaults has a line break.
      expect([table, csv.trimEnd().split('\r\n').length - 1]).toEqual([table, rows])
    }
  })
  it('opens in another SQLCipher', async () => {
    const { folder, counts } = goldenVault(schema)
    const opened = await openWithPassword(readKeyslots(folder)!, GOLDEN_PASSWORD)
    const other = new IndependentSqlcipher(join(folder, 'vault.db'))
    other.pragma(`key="${rawKeyOf(opened!.databaseKey).toString('latin1')}"`)
    expect(other.prepare('SELECT count(*) AS n FROM students').get()).toEqual({ n: counts['students'] })
    expect(other.pragma('user_version', { simple: true })).toBe(Number(schema))
    other.close()
  })
  it('opens in the program of today, which brings it up to date with every row and gives its counselor keys of her own', async () => {
    const { folder, counts } = goldenVault(schema)
    const house = openHouse(folder)
    for (const round of [1, 2]) {
      await house.ask('vault.unlock', { password: GOLDEN_PASSWORD })
      const { connection, keys } = house.life.room()!
      const { db } = connection.vault
      expect(db.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.version)
      for (const [table, rows] of Object.entries(counts)) {
        const now = db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number
        expect([table, GROWING.has(table) ? Math.min(now, rows) : now]).toEqual([table, rows])
      }
      expect(keys).not.toBeNull()
      expect(db.prepare('SELECT count(*) FROM signing_keys').pluck().get()).toBe(1)
      expect(await house.ask('audit.verify')).toMatchObject({ brokenAt: null })
      house.life.lock('test')
      expect([round, readKeyslots(folder)?.fmt, readKeyslots(folder)?.slots.length]).toEqual([
        round,
        2,
        expect.any(Number),
      ])
    }
    expect(house.log).toEqual([])
  })
  it('opens by its recovery sheet, which goes on opening it, while the old password and the old key do not', async () => {
    const { folder, code } = goldenVault(schema)
    const before = readKeyslots(folder)!
    const old = await openWithPassword(before, GOLDEN_PASSWORD)
    const house = openHouse(folder)
    await house.ask('vault.recover', { code, newPassword: 'seven lanterns over the harbor' })
    expect(house.log).toEqual([])
    house.life.lock('test')
    const now = readKeyslots(folder)!
    expect(now).toMatchObject({ fmt: 2, epoch: before.epoch + 1, former: [], pending: null, due: false })
    expect(await openWithPassword(now, GOLDEN_PASSWORD)).toBeNull()
    const opened = await openWithPassword(now, 'seven lanterns over the harbor')
    expect(opened!.databaseKey).not.toEqual(old!.databaseKey)
    const typed = parseRecoveryCode(code) as { bytes: Uint8Array }
    expect(openWithRecovery(now, Buffer.from(typed.bytes))?.databaseKey).toEqual(opened!.databaseKey)
    expect(existsSync(join(folder, 'vault.db.next'))).toBe(false)
  })
})
