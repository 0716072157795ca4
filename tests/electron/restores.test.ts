import { readdirSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { clientOf, MORNING, tempFolder } from '#tests/context'
import { backupHouse, type BackupHouse, PASSWORD, startHost } from './backup-house.ts'

const NEW_PASSWORD = 'slow lanterns cross the winter harbor'

async function houseWithSet(): Promise<{ house: BackupHouse; stick: string; name: string }> {
  const house = await backupHouse()
  const { id, folder } = await house.addStick('红色U盘')
  await house.client.students.add({ id: randomUUID(), fields: { kind: 'alias', name: '小舟' }, guardians: [] })
  expect(await house.backUp([id])).toEqual([{ placeId: id, safeToRemove: true, trouble: null }])
  const name = readdirSync(folder).find((one) => one.startsWith('QR-')) ?? ''
  return { house, stick: folder, name }
}

it('a set comes back on a new computer with its passphrase, and the password of before opens the door', async () => {
  const { house, stick, name } = await houseWithSet()
  const folder = join(tempFolder(), 'new computer')
  const { gate, life } = startHost(folder, () => MORNING)
  const client = clientOf(gate.call)
  expect(life.state()).toBe('setup')
  const [found] = await client.restores.look({ folder: stick })
  expect(found).toMatchObject({ name, sameVault: null, problem: null })
  const opened = await client.restores.open({ folder: stick, set: name, secret: house.passphrase.toUpperCase() })
  expect(opened).toMatchObject({
    opensWith: 'passphrase',
    damagedPages: 0,
    keepsPasswords: true,
    counts: { students: 1 },
  })
  expect(await client.restores.apply({ token: opened.token, accountId: null, newPassword: null })).toEqual({
    asideFolder: null,
  })
  expect(life.state()).toBe('locked')
  await client.vault.unlock({ password: PASSWORD })
  expect(life.status()).toMatchObject({ state: 'unlocked', alarm: null })
  expect(await client.students.find({ text: '小舟', limit: 5 })).toHaveLength(1)
  const { brokenAt } = await client.audit.verify({})
  expect(brokenAt).toBeNull()
  expect((await client.audit.list({ before: null, limit: 20 })).map(({ event }) => event)).toContain('vault.restored')
  life.lock('test')
})

it('the sets kept on this computer are found without a stick, and open as any other', async () => {
  const { house } = await houseWithSet()
  house.life.lock('test')
  const [found] = await house.client.restores.look({ folder: '.' })
  expect(found).toMatchObject({ sameVault: true, problem: null })
  const opened = await house.client.restores.open({ folder: '.', set: found?.name ?? '', secret: house.passphrase })
  expect(opened).toMatchObject({ damagedPages: 0, counts: { students: 1 } })
  await house.client.restores.cancel({})
})
