import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { MORNING } from '#tests/context'
import { backupHouse, type BackupHouse, DAY_MS } from './backup-house.ts'

const setsIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('QR-'))
const own = (house: BackupHouse): string => join(house.folder, 'backups')
const addStudent = (house: BackupHouse, name = '小舟') =>
  house.client.students.add({ id: randomUUID(), fields: { kind: 'alias', name }, guardians: [] })

it('leaving makes a set on this computer when there is something new, and the next room reads it again', async () => {
  const house = await backupHouse()
  await addStudent(house)
  house.life().lock('quit')
  expect(setsIn(own(house))).toHaveLength(1)
  house.setTime(MORNING + 60_000)
  await house.unlock()
  expect((await house.client.backups.status({})).places[0]?.age).toBe('never')
  await house.life().tick()
  await house.untilQuiet()
  expect((await house.client.backups.status({})).places[0]?.age).toBe('good')
  house.life().lock('quit')
  await house.unlock()
  house.life().lock('idle')
  expect(setsIn(own(house))).toHaveLength(1)
})

it('a place that is plugged in gets its set when it is due, and a rehearsal follows by itself', async () => {
  const house = await backupHouse()
  const stick = await house.addStick('红色U盘')
  const tick = async (days: number) => {
    house.setTime(MORNING + days * DAY_MS)
    await house.life().tick()
    await house.untilQuiet()
    return setsIn(stick.folder).length
  }
  expect([await tick(0), await tick(2)]).toEqual([1, 1])
  expect((await house.client.backups.status({})).rehearsal).toMatchObject({ ok: true, place: '红色U盘' })
  expect(await tick(3.1)).toBe(2)
  await house.client.backups.saveSchedule({ schedule: { atQuit: false, everyDays: 30, rehearseEveryDays: 90 } })
  expect(await tick(9)).toBe(2)
  await addStudent(house)
  const before = setsIn(own(house)).length
  house.life().lock('quit')
  expect(setsIn(own(house))).toHaveLength(before)
})

it('a rehearsal brings the newest set back on the side, compares all of it and leaves nothing behind', async () => {
  const house = await backupHouse()
  await expect(house.client.backups.rehearse({})).rejects.toMatchObject({ data: { reason: 'no-set' } })
  await addStudent(house)
  const stick = await house.addStick('红色U盘')
  await house.backUp([stick.id])
  await house.client.backups.rehearse({})
  const { rehearsal } = await house.untilQuiet()
  const [setName = ''] = setsIn(stick.folder)
  expect(rehearsal).toMatchObject({
    ok: true,
    setName,
    place: '红色U盘',
    students: 1,
    visits: 0,
    notes: 0,
    trouble: null,
  })
  expect(rehearsal?.auditHead).toMatch(/^[0-9a-f]{16}$/)
  expect(existsSync(join(house.folder, 'rehearsal.part'))).toBe(false)
  const image = join(stick.folder, setName, 'vault.db')
  const bytes = readFileSync(image)
  bytes[5000] = (bytes[5000] ?? 0) ^ 1
  writeFileSync(image, bytes)
  house.setTime(MORNING + 60_000)
  await house.client.backups.rehearse({})
  const found = await house.untilQuiet()
  expect(found.rehearsal).toMatchObject({ ok: false, setName, trouble: 'differs' })
  expect(found).toMatchObject({
    age: 'never',
    places: [
      { isThisComputer: true, newest: { name: setName, trouble: null }, age: 'good' },
      { id: stick.id, newest: { name: setName, trouble: 'differs' }, age: 'never' },
    ],
  })
  const certificate = await house.client.prints.preview({ form: 'backup-certificate', subjectId: 'room' })
  expect(certificate.proof?.rehearsal.ok).toBe(false)
})

it('a set that its rehearsal found bad counts no more: the next is due at once; when it passes again, it counts again', async () => {
  const house = await backupHouse()
  const stick = await house.addStick('红色U盘')
  await house.backUp([stick.id])
  const stray = join(stick.folder, setsIn(stick.folder)[0] ?? '', 'vault.db.bak')
  const rehearsed = async (seconds: number) => {
    house.setTime(MORNING + seconds * 1000)
    await house.client.backups.rehearse({})
    return (await house.untilQuiet()).age
  }
  writeFileSync(stray, '')
  expect(await rehearsed(60)).toBe('never')
  rmSync(stray)
  expect(await rehearsed(120)).toBe('good')
  writeFileSync(stray, '')
  expect(await rehearsed(180)).toBe('never')
  await house.life().tick()
  expect((await house.untilQuiet()).age).toBe('good')
  expect(setsIn(stick.folder)).toHaveLength(2)
})
