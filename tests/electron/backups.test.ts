import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { backupHouse } from './backup-house.ts'

const setsIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('QR-'))

it('a set goes to every place that was asked for, is read again, and only then the stick may be removed', async () => {
  const house = await backupHouse()
  const stick = await house.addStick('红色U盘')
  const before = await house.client.backups.status({})
  expect([before.age, before.passphraseSince === null, before.places.length]).toEqual(['never', false, 2])
  expect(await house.backUp([stick.id])).toEqual([{ placeId: stick.id, safeToRemove: true, trouble: null }])
  const { places, age } = await house.client.backups.status({})
  expect(age).toBe('good')
  expect(places.map(({ age, isThere }) => [age, isThere])).toEqual([
    ['good', true],
    ['good', true],
  ])
  const [name = ''] = setsIn(stick.folder)
  expect(readdirSync(join(stick.folder, name)).sort()).toEqual(['keyslots.json', 'manifest.json', 'vault.db'])
  expect(setsIn(join(house.folder, 'backups'))).toEqual([name])
})
