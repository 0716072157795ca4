import { randomUUID } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ageOf, expiredSets, nameOfSet, readSetName } from '#core/backups'
import { openWithPassphrase, openWithPassword } from '#db/vault/keyslots'
import { parseKeyslots } from '#db/vault/keyslots-file'
import { passphraseCost, plain } from '#electron/host/backups/passphrase'
import { MORNING } from '#tests/context'
import { backupHouse, type BackupHouse, DAY_MS, PASSWORD } from './backup-house.ts'

const setsIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('QR-'))
const own = (house: BackupHouse): string => join(house.folder, 'backups')
const addStudent = (house: BackupHouse, name = '小舟') =>
  house.client.students.add({ id: randomUUID(), fields: { kind: 'alias', name }, guardians: [] })
const GOOD = { safeToRemove: true, trouble: null }

it('a set goes to every place that was asked for, is read again, and only then the stick may be removed', async () => {
  const house = await backupHouse()
  const [red, blue] = [await house.addStick('红色U盘'), await house.addStick('蓝色U盘')]
  const before = await house.client.backups.status({})
  expect([before.age, before.passphraseSince === null, before.places.length]).toEqual(['never', false, 3])
  expect(await house.backUp([red.id, blue.id])).toEqual([
    { placeId: red.id, ...GOOD },
    { placeId: blue.id, ...GOOD },
  ])
  const { places, age } = await house.client.backups.status({})
  expect([age, ...places.map((place) => place.age)]).toEqual(['good', 'good', 'good', 'good'])
  const [name = ''] = setsIn(red.folder)
  expect(readdirSync(join(red.folder, name)).sort()).toEqual(['keyslots.json', 'manifest.json', 'vault.db'])
  expect([setsIn(blue.folder), setsIn(own(house))]).toEqual([[name], [name]])
  expect(await house.client.backups.sets({ placeId: red.id })).toMatchObject([{ name, trouble: null }])
  const events = (await house.client.audit.list({ before: null, limit: 20 })).map(({ event }) => event)
  expect(events.filter((event) => event === 'backup.made')).toHaveLength(3)
})

it('of several sticks each may be removed as soon as its own copy was read again', async () => {
  const house = await backupHouse()
  const [red, blue] = [await house.addStick('红色U盘'), await house.addStick('蓝色U盘')]
  await house.backUp([red.id, blue.id])
  await addStudent(house)
  house.setTime(MORNING + 60_000)
  await house.client.backups.start({ placeIds: [red.id, blue.id] })
  const said: string[][] = []
  for (
    let status = await house.client.backups.status({});
    status.running;
    status = await house.client.backups.status({})
  )
    said.push((status.lastRun ?? []).filter(({ safeToRemove }) => safeToRemove).map(({ placeId }) => placeId))
  expect(said[0]).toEqual([])
  expect(said).toContainEqual([red.id])
  expect((await house.untilQuiet()).lastRun).toHaveLength(2)
})

it('no daily password opens a set, the passphrase does, and nothing in it can be read', async () => {
  const house = await backupHouse()
  await addStudent(house)
  const stick = await house.addStick('红色U盘')
  await house.backUp([stick.id])
  const set = join(stick.folder, setsIn(stick.folder)[0] ?? '')
  const keyslots = parseKeyslots(readFileSync(join(set, 'keyslots.json'), 'utf8'))
  if (!keyslots) throw new Error('no keyslots')
  expect(keyslots.slots.map(({ kind }) => kind).sort()).toEqual(['backup', 'recovery'])
  expect(await openWithPassword(keyslots, PASSWORD)).toBeNull()
  expect(await openWithPassphrase(keyslots, PASSWORD)).toBeNull()
  expect((await openWithPassphrase(keyslots, plain(house.passphrase)))?.databaseKey).toHaveLength(32)
  const all = Buffer.concat(readdirSync(set).map((name) => readFileSync(join(set, name))))
  for (const word of ['小舟', '青禾', 'SQLite format 3', house.passphrase, PASSWORD])
    expect(all.includes(word)).toBe(false)
})

it('a stick that is not plugged in, or another under the same letter, gets nothing and is called gone', async () => {
  const house = await backupHouse()
  const stick = await house.addStick('红色U盘')
  renameSync(stick.folder, `${stick.folder} pulled out`)
  expect(await house.backUp([stick.id])).toEqual([{ placeId: stick.id, safeToRemove: false, trouble: 'gone' }])
  mkdirSync(stick.folder)
  expect(await house.backUp([stick.id])).toEqual([{ placeId: stick.id, safeToRemove: false, trouble: 'gone' }])
  expect(readdirSync(stick.folder)).toEqual([])
  await house.client.backups.addPlace({ label: '蓝色U盘', folder: stick.folder })
  const { places } = await house.client.backups.status({})
  expect(places.map(({ isThere }) => isThere)).toEqual([true, false, true])
})

it('says why a folder cannot be a place', async () => {
  const house = await backupHouse()
  const stick = await house.addStick('红色U盘')
  const file = join(stick.folder, 'notes.txt')
  writeFileSync(file, '')
  mkdirSync(join(stick.folder, 'OneDrive - School'))
  const refusals: [folder: string, reason: string][] = [
    [join(stick.folder, 'nowhere'), 'missing'],
    ['relative', 'missing'],
    [file, 'not-a-folder'],
    [house.folder, 'inside-vault'],
    [own(house), 'missing'],
    [stick.folder, 'known'],
    [join(stick.folder, 'OneDrive - School'), 'synced'],
    [String.raw`\\server\backups`, process.platform === 'win32' ? 'synced' : 'missing'],
  ]
  for (const [folder, reason] of refusals)
    await expect(house.client.backups.addPlace({ label: '又一个', folder }), folder).rejects.toMatchObject({
      code: 'invalid',
      data: { field: 'folder', reason },
    })
})

it('a place that was given up keeps its sets and is the same again when it comes back', async () => {
  const house = await backupHouse()
  const stick = await house.addStick('红色U盘')
  await house.backUp([stick.id])
  await house.client.backups.removePlace({ placeId: stick.id })
  expect((await house.client.backups.status({})).places).toHaveLength(1)
  expect(setsIn(stick.folder)).toHaveLength(1)
  await house.client.backups.addPlace({ label: '红色U盘', folder: stick.folder })
  expect((await house.client.backups.status({})).places[1]).toMatchObject({ id: stick.id, age: 'good' })
})

it('seven days after the last good set it is time, fourteen days after it is late; the computer itself does not count', async () => {
  const house = await backupHouse()
  const stick = await house.addStick('红色U盘')
  await house.backUp([stick.id])
  const ages = async (days: number) => {
    house.setTime(MORNING + days * DAY_MS)
    return (await house.client.backups.status({})).age
  }
  expect([await ages(6.9), await ages(7.1), await ages(13.9), await ages(14.1)]).toEqual([
    'good',
    'amber',
    'amber',
    'red',
  ])
  await house.backUp([(await house.client.backups.status({})).places[0]?.id ?? ''])
  expect((await house.client.backups.status({})).age).toBe('red')
  expect(ageOf(null, new Date(MORNING).toISOString())).toBe('never')
  rmSync(join(stick.folder, setsIn(stick.folder)[0] ?? ''), { recursive: true })
  expect((await house.client.backups.status({})).age).toBe('never')
})

it('removes nothing that is younger than ninety days, and always keeps thirty', () => {
  const now = new Date(MORNING).toISOString()
  const daily = Array.from({ length: 200 }, (_, day) =>
    nameOfSet(new Date(MORNING - day * DAY_MS).toISOString(), 500 - day),
  )
  expect(expiredSets(daily, now)).toEqual(daily.slice(91))
  const monthly = daily.filter((_, day) => day % 10 === 0)
  expect(expiredSets(monthly, now)).toEqual([])
  expect(expiredSets(['holiday photos', 'QR-2020', 'QR-20201301-990000-1'], now)).toEqual([])
  expect(readSetName(nameOfSet('2026-11-21T08:00:03.123Z', 417))).toEqual({
    madeAt: '2026-11-21T08:00:03.000Z',
    commits: 417,
  })
})

it('sets of another room, other files and finished sets are never cleared away; what was left half done is', async () => {
  const house = await backupHouse()
  const stick = await house.addStick('红色U盘')
  await house.backUp([stick.id])
  const [first = ''] = setsIn(stick.folder)
  const old = 'QR-20200101-080000-3'
  cpSync(join(stick.folder, first), join(stick.folder, old), { recursive: true })
  mkdirSync(join(stick.folder, 'QR-20261120-080000-9.part'))
  mkdirSync(join(stick.folder, 'holiday.part'))
  await house.backUp([stick.id])
  const names = readdirSync(stick.folder)
  expect(names).toEqual(expect.arrayContaining([first, old, 'holiday.part']))
  expect(names).not.toContain('QR-20261120-080000-9.part')
})

it('one piece of long work at a time; it can be stopped, and then nothing half done is called a set', async () => {
  const house = await backupHouse()
  const stick = await house.addStick('红色U盘')
  await house.client.backups.start({ placeIds: [stick.id] })
  await expect(house.client.backups.start({ placeIds: [stick.id] })).rejects.toMatchObject({
    data: { reason: 'running' },
  })
  await expect(house.client.backups.rehearse({})).rejects.toMatchObject({ code: 'conflict' })
  await house.client.backups.cancel({})
  expect((await house.untilQuiet()).lastRun).toEqual([
    { placeId: stick.id, safeToRemove: false, trouble: 'interrupted' },
  ])
  expect(setsIn(stick.folder)).toEqual([])
  expect(await house.backUp([stick.id])).toEqual([{ placeId: stick.id, ...GOOD }])
})

it('a room that is locked in the middle stops the work', async () => {
  const house = await backupHouse()
  const stick = await house.addStick('红色U盘')
  await house.client.backups.start({ placeIds: [stick.id] })
  house.life().lock('idle')
  await house.unlock()
  await house.untilQuiet()
  expect(setsIn(stick.folder)).toEqual([])
  expect(await house.backUp([stick.id])).toEqual([{ placeId: stick.id, ...GOOD }])
})

it('the passphrase is typed back, needs the password, and a new one opens only what is written from then on', async () => {
  const house = await backupHouse()
  const stick = await house.addStick('红色U盘')
  await house.backUp([stick.id])
  const { passphrase } = await house.client.backups.preparePassphrase({})
  expect(passphrase.split('-')).toHaveLength(7)
  const set = (typed: string, password: string) => house.client.backups.setPassphrase({ passphrase: typed, password })
  await expect(set(house.passphrase, PASSWORD)).rejects.toMatchObject({ data: { reason: 'not-the-passphrase' } })
  await expect(set(passphrase, 'not the password')).rejects.toMatchObject({ data: { reason: 'wrong-secret' } })
  await set(` ${passphrase.toUpperCase().replaceAll('-', ' – ')} `, PASSWORD)
  await house.backUp([stick.id])
  const opens = async (name: string, text: string) => {
    const keyslots = parseKeyslots(readFileSync(join(stick.folder, name, 'keyslots.json'), 'utf8'))
    return keyslots !== null && (await openWithPassphrase(keyslots, plain(text))) !== null
  }
  const [older = '', newer = ''] = setsIn(stick.folder)
  expect([await opens(older, house.passphrase), await opens(newer, house.passphrase)]).toEqual([true, false])
  expect([await opens(older, passphrase), await opens(newer, passphrase)]).toEqual([false, true])
  expect(passphraseCost(8 * 1024 ** 3)).toMatchObject({ m: 524_288, t: 4 })
  house.restart()
  await house.unlock()
  expect(house.life().status().alarm).toBeNull()
})

it('a file in the place of the vault that is no vault any more is never backed up over good sets', async () => {
  const house = await backupHouse()
  const stick = await house.addStick('红色U盘')
  await house.backUp([stick.id])
  const before = setsIn(stick.folder)
  const file = join(house.folder, 'vault.db')
  renameSync(file, `${file}.locked`)
  expect(await house.backUp([stick.id])).toEqual([{ placeId: stick.id, safeToRemove: false, trouble: 'not-a-vault' }])
  renameSync(`${file}.locked`, file)
  expect(await house.backUp([stick.id])).toEqual([{ placeId: stick.id, ...GOOD }])
  const scrambled = readFileSync(file).map((byte) => byte ^ 0xa5)
  writeFileSync(file, scrambled)
  expect(await house.backUp([stick.id])).toEqual([{ placeId: stick.id, safeToRemove: false, trouble: 'not-a-vault' }])
  expect(setsIn(stick.folder)).toEqual(expect.arrayContaining(before))
  expect((await house.client.backups.status({})).places[1]?.age).toBe('good')
})

it('a room that is open for reading only is still backed up', async () => {
  const house = await backupHouse()
  const stick = await house.addStick('红色U盘')
  house.life().lock('test')
  const older = readFileSync(join(house.folder, 'vault.db'))
  await house.unlock()
  await addStudent(house)
  house.life().lock('test')
  writeFileSync(join(house.folder, 'vault.db'), older)
  await house.unlock()
  expect(house.life().status()).toMatchObject({ state: 'read-only', alarm: { kind: 'rolled-back' } })
  expect(await house.backUp([stick.id])).toEqual([{ placeId: stick.id, ...GOOD }])
  expect(house.life().state()).toBe('read-only')
})

it('what others leave in a set is no harm; a file that does not belong there is', async () => {
  const house = await backupHouse()
  const stick = await house.addStick('红色U盘')
  await house.backUp([stick.id])
  const set = join(stick.folder, setsIn(stick.folder)[0] ?? '')
  writeFileSync(join(set, 'Thumbs.db'), '')
  await house.client.backups.rehearse({})
  expect((await house.untilQuiet()).rehearsal?.ok).toBe(true)
  appendFileSync(join(set, 'vault.db.bak'), '')
  house.setTime(MORNING + 60_000)
  await house.client.backups.rehearse({})
  expect((await house.untilQuiet()).rehearsal).toMatchObject({ ok: false, trouble: 'differs' })
})

it('made-up records stay where they are', async () => {
  const house = await backupHouse()
  house.life().lock('test')
  await house.client.vault.openPractice({ language: 'zh' })
  const { places } = await house.client.backups.status({})
  expect(places.map(({ isThisComputer }) => isThisComputer)).toEqual([true])
  await expect(house.client.backups.addPlace({ label: 'U盘', folder: house.folder })).rejects.toMatchObject({
    data: { reason: 'practice' },
  })
  expect(await house.backUp([places[0]?.id ?? ''])).toMatchObject([{ trouble: 'no-passphrase' }])
  const { passphrase } = await house.client.backups.preparePassphrase({})
  await house.client.backups.setPassphrase({ passphrase, password: 'whatever' })
  expect(await house.backUp([places[0]?.id ?? ''])).toMatchObject([GOOD])
  expect(setsIn(join(house.folder, 'practice', 'backups'))).toHaveLength(1)
})
