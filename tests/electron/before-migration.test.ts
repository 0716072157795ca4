import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { migrations } from '#db/migrations/all'
import { clientOf, MORNING, tempFolder } from '#tests/context'
import { GOLDEN_PASSWORD, GOLDEN_SCHEMAS, goldenVault } from '#tests/golden'
import { startHost } from './backup-house.ts'

const newest = migrations.at(-1)?.version ?? 0
const start = (folder: string) => {
  const { gate, life } = startHost(folder, () => MORNING)
  onTestFinished(() => life.lock('test'))
  return { client: clientOf(gate.call), life }
}

it.for(GOLDEN_SCHEMAS.filter((schema) => Number(schema) < newest))(
  'before a vault of schema %s is brought up to date a set of it is made, which comes back on a new computer',
  async (schema) => {
    const { folder, code, counts } = goldenVault(schema)
    const { client, life } = start(folder)
    await client.vault.unlock({ password: GOLDEN_PASSWORD })
    expect(life.status()).toMatchObject({ state: 'unlocked', alarm: null })
    const sets = readdirSync(join(folder, 'backups'))
    expect(sets).toEqual([`before-${schema}-${newest}-20261121-080000`])
    const log = await client.audit.list({ before: null, limit: 20, filter: { events: ['vault.migrated'] } })
    expect(log[0]?.subjectId).toBe(`${schema}-${newest}`)
    expect(await client.audit.verify({})).toMatchObject({ fault: null })
    life.lock('test')

    const other = start(join(tempFolder(), 'new computer'))
    const [found] = await other.client.restores.look({ folder: join(folder, 'backups') })
    expect(found).toMatchObject({ problem: null, name: sets[0] })
    const opened = await other.client.restores.open({
      folder: join(folder, 'backups'),
      set: found?.name ?? '',
      secret: code,
    })
    expect(opened).toMatchObject({ damagedPages: 0, counts: { students: counts['students'] } })
    expect(opened.keepsPasswords).toBe(false)
    const accountId = opened.accounts[0]?.id ?? ''
    const newPassword = 'slow lanterns cross the winter harbor'
    await other.client.restores.apply({ token: opened.token, accountId, newPassword })
    await other.client.vault.unlock({ password: newPassword })
    expect(other.life.status()).toMatchObject({ state: 'unlocked', alarm: null })
  },
)

it('without a set nothing is brought up to date, and nobody comes in', async () => {
  const { folder } = goldenVault(GOLDEN_SCHEMAS[0] ?? '')
  // In the place of the folder for sets lies a file.
  writeFileSync(join(folder, 'backups'), '')
  const before = readFileSync(join(folder, 'vault.db'))
  const { client, life } = start(folder)
  await expect(client.vault.unlock({ password: GOLDEN_PASSWORD })).rejects.toMatchObject({
    code: 'storage',
    data: { reason: 'no-backup' },
  })
  expect([life.state(), existsSync(join(folder, 'vault.db-wal'))]).toEqual(['locked', false])
  expect(readFileSync(join(folder, 'vault.db')).length).toBe(before.length)
})
