import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { clockFrom } from '#electron/host/clock'
import { createGate } from '#electron/host/gate'
import { connect } from '#db/connection'
import { migrations } from '#db/migrations/all'
import { openVault } from '#db/vault/open'
import { MORNING, testContext } from '#tests/context'
import { manyPeople } from '#tests/people'
import { walkIn } from '#tests/records'

const rowsOf = (db: Database.Database): Record<string, unknown[]> =>
  Object.fromEntries(
    (
      db
        .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
        .all() as { name: string }[]
    ).map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]),
  )

/** Takes away what the steps after the first one made: a vault as the first program left it. */
function backToFirstVersion(db: Database.Database): void {
  const later = migrations
    .slice(1)
    .flatMap(({ sql }) => [...sql.matchAll(/CREATE TABLE (\w+)/gu)].map(([, name]) => name))
  db.pragma('foreign_keys = OFF')
  for (const name of later) db.exec(`DROP TABLE ${name}`)
  db.pragma('user_version = 1')
}

test('a vault of the first version opens, is brought up to date and keeps every record', async () => {
  const before = testContext()
  const { client, me, room, file, databaseKey } = before
  const studentId = randomUUID()
  await client.students.add({
    id: studentId,
    fields: { kind: 'roster', name: manyPeople(1).name, birthDate: '2011-09-12', studentNo: '202600001' },
    guardians: [],
  })
  await client.visits.register({ id: randomUUID(), studentId, fields: walkIn(me.id) })
  backToFirstVersion(room.connection.vault.db)
  const old = rowsOf(room.connection.vault.db)
  expect(Object.keys(old)).not.toContain('assessments')
  expect(old['visits']).toHaveLength(1)
  before.close()

  const vault = openVault(file, databaseKey)
  expect(vault.db.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.version)
  expect(vault.db.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(rowsOf(vault.db)).toMatchObject(old)
  expect(vault.db.pragma('foreign_key_check')).toEqual([])
  expect(vault.db.pragma('integrity_check', { simple: true })).toBe('ok')

  const gate = createGate({
    state: () => 'unlocked',
    room: () => ({ connection: connect(vault), me, practice: false, keys: null, startCode: false }),
    lifecycle: null,
    services: before.services,
    clock: clockFrom(() => MORNING),
    newId: randomUUID,
    log: () => {},
  })
  const competence = { instrumentId: 'phq9', userId: me.id, basis: '培训合格证', recordedOn: '2026-09-01' }
  await gate.call(['instruments', 'recordCompetence'], { requestId: randomUUID(), ...competence })
  const begun = await gate.call(['assessments', 'begin'], {
    requestId: randomUUID(),
    id: randomUUID(),
    studentId,
    instrumentId: 'phq9',
    mode: 'paper',
    purpose: '',
    explained: true,
    agreed: true,
    overFourteen: false,
    urgent: false,
  })
  expect(begun).toMatchObject({ state: 'open', studentId })
  vault.close()
})
