import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { clockFrom } from '#electron/host/clock'
import { createGate } from '#electron/host/gate'
import { connect } from '#db/connection'
import { migrations } from '#db/migrations/all'
import { findUsers } from '#db/repos/settings'
import { openWithPassword } from '#db/vault/keyslots'
import { readKeyslots } from '#db/vault/keyslots-file'
import { openVault } from '#db/vault/open'
import { MORNING, testContext } from '#tests/context'
import { GOLDEN_PASSWORD, GOLDEN_SCHEMAS, goldenVault } from '#tests/golden'

const rowsOf = (db: Database.Database): Record<string, unknown[]> =>
  Object.fromEntries(
    (
      db
        .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
        .all() as { name: string }[]
    ).map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]),
  )

test.each(GOLDEN_SCHEMAS)(
  'a vault of schema %s is brought up to date, keeps every record and is worked on',
  async (schema) => {
    const { folder } = goldenVault(schema)
    const file = join(folder, 'vault.db')
    const { databaseKey } = (await openWithPassword(readKeyslots(folder)!, GOLDEN_PASSWORD))!
    const before = openVault(file, databaseKey, { steps: migrations.slice(0, Number(schema)) })
    const old = rowsOf(before.db)
    expect(before.db.pragma('user_version', { simple: true })).toBe(Number(schema))
    expect(old['visits']).toHaveLength(5)
    before.close()

    const vault = openVault(file, databaseKey)
    expect(vault.db.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.version)
    expect(vault.db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(rowsOf(vault.db)).toMatchObject(old)
    expect(vault.db.pragma('foreign_key_check')).toEqual([])
    expect(vault.db.pragma('integrity_check', { simple: true })).toBe('ok')

    const connection = connect(vault)
    const [me] = findUsers(connection.readable)
    const { services } = testContext()
    const gate = createGate({
      state: () => 'unlocked',
      room: () => ({ connection, me: me!, practice: false, keys: null, startCode: false }),
      lifecycle: null,
      services,
      clock: clockFrom(() => MORNING + 3_600_000),
      newId: randomUUID,
      log: () => {},
    })
    const ask = (path: string, input: object) => gate.call(path.split('.'), { requestId: randomUUID(), ...input })
    const studentId = (old['students'] as { id: string }[]).at(-1)!.id
    await ask('instruments.recordCompetence', {
      instrumentId: 'gad7',
      userId: me!.id,
      basis: '培训合格证',
      recordedOn: '2026-09-01',
    })
    const begun = await ask('assessments.begin', {
      id: randomUUID(),
      studentId,
      instrumentId: 'gad7',
      mode: 'paper',
      purpose: '',
      explained: true,
      agreed: true,
      overFourteen: false,
      urgent: false,
    })
    expect(begun).toMatchObject({ state: 'open', studentId })
    vault.close()
  },
)
