import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { placesOf } from '#core/backups'
import { backUp } from '#electron/host/backups/back-up'
import type { Job } from '#electron/host/backups/job'
import { slotsOf } from '#electron/host/rotating'
import { ownFolder } from '#electron/host/backups/places'
import { realPlace } from '#electron/host/places'
import { clientOf, MORNING, tempFolder } from '#tests/context'
import { backupHouse, PASSWORD, startHost } from './backup-house.ts'

it('an image too large for the file system of a stick is cut into parts, and comes back whole', async () => {
  const house = await backupHouse()
  const stick = await house.addStick('FAT32')
  await house.client.students.add({ id: randomUUID(), fields: { kind: 'alias', name: '小舟' }, guardians: [] })
  const room = house.life().room()
  if (!room) throw new Error('not open')
  const { keyslots, databaseKey } = slotsOf(realPlace(house.folder), room)
  const now = new Date(MORNING + 60_000).toISOString()
  const source = { vault: room.connection.vault, keyslots, databaseKey, folder: ownFolder(house.folder), now }
  const places = placesOf(room.connection.readable).filter(({ id }) => id === stick.id)
  const job: Job = { signal: new AbortController().signal, step: () => ({}) }
  const work = { source, places, dataFolder: house.folder, now: () => now, keep: () => {}, largestFile: 100_000 }
  expect(await backUp(work, job)).toEqual([{ placeId: stick.id, safeToRemove: true, trouble: null }])
  const [name = ''] = readdirSync(stick.folder).filter((one) => one.startsWith('QR-'))
  const parts = readdirSync(join(stick.folder, name)).filter((file) => file.startsWith('vault.db'))
  expect(parts.length).toBeGreaterThan(2)
  expect(parts).toContain('vault.db.001')
  await house.client.backups.rehearse({})
  expect((await house.untilQuiet()).rehearsal).toMatchObject({ ok: true, students: 1 })

  const { gate, life } = startHost(join(tempFolder(), 'new computer'), () => MORNING)
  onTestFinished(() => life.lock('test'))
  const client = clientOf(gate.call)
  const open = () => client.restores.open({ folder: stick.folder, set: name, secret: house.recoveryCode })
  const { token, damagedPages, accounts } = await open()
  expect(damagedPages).toBe(0)
  await client.restores.apply({ token, accountId: accounts[0]?.id ?? '', newPassword: PASSWORD })
  await client.vault.unlock({ password: PASSWORD })
  expect(await client.students.find({ text: '小舟', limit: 2 })).toHaveLength(1)
  life.lock('test')
  rmSync(join(stick.folder, name, 'vault.db.002'))
  expect((await client.restores.look({ folder: stick.folder }))[0]?.problem).toBe('incomplete')
  await expect(open()).rejects.toMatchObject({ code: 'storage', data: { reason: 'damaged-set' } })
})
