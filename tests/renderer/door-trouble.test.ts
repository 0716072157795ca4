import { expect, test } from 'vitest'
import { AppError } from '#contract/errors'
import { doorTrouble } from '#lib/door-trouble'
import { en, zh } from '#lib/words/door'

const storage = (reason: string) => doorTrouble(new AppError('storage', { reason }))

test('a full disk, a newer program and a backup that was not made are not called damage', () => {
  expect(['disk-full', 'newer-version', 'no-backup', 'in-use'].map(storage)).toEqual([
    'door.storage.disk-full',
    'door.storage.newer-version',
    'door.storage.no-backup',
    'door.storage.in-use',
  ])
  for (const { storage: words } of [zh, en])
    for (const text of Object.values(words)) expect(text).not.toMatch(/损坏|damaged/u)
})

test('what nobody foresaw may be damage', () => {
  expect(['damaged', 'wrong-key', 'migration-orphans'].map(storage)).toEqual(Array(3).fill('door.damaged'))
})
