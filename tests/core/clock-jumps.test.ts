import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { takeInTraces } from '#core/alarms'
import { clockFrom } from '#electron/host/clock'
import { writeContextOf } from '#electron/host/write-context'
import { MORNING, testContext } from '#tests/context'
import { person } from '#tests/people'

const MINUTE = 60_000
const fields = { kind: 'roster' as const, name: person('li-ruoxi').name }

it('a clock that was set back is in the log, before what was done by it, and the order stays', async () => {
  const t = testContext()
  await t.client.students.add({ id: randomUUID(), fields, guardians: [] })
  t.setTime(MORNING - 90 * MINUTE)
  await t.client.students.add({ id: randomUUID(), fields, guardians: [] })
  const rows = await t.client.audit.list({ before: null, limit: 3 })
  expect(rows.map(({ event, subjectId }) => [event, event === 'clock.jumped' ? subjectId : null])).toEqual([
    ['student.added', null],
    ['clock.jumped', '-90'],
    ['student.added', null],
  ])
  expect(await t.client.audit.verify({})).toMatchObject({ brokenAt: null })
})

it('what was read earlier and is written down later says nothing of the clock', async () => {
  const t = testContext()
  await t.client.students.add({ id: randomUUID(), fields, guardians: [] })
  const at = new Date(MORNING - 90 * MINUTE).toISOString()
  const trace = { at, userId: t.room.me.id, event: 'note.read', subjectId: null, studentId: null }
  t.room.connection.transaction((db) => takeInTraces(db, [trace], null))
  const rows = await t.client.audit.list({ before: null, limit: 2 })
  expect(rows.map(({ event }) => event)).toEqual(['note.read', 'student.added'])
})

it('a minute of correction is no event', async () => {
  const t = testContext()
  await t.client.students.add({ id: randomUUID(), fields, guardians: [] })
  t.setTime(MORNING - MINUTE)
  await t.client.students.add({ id: randomUUID(), fields, guardians: [] })
  const rows = await t.client.audit.list({ before: null, limit: 50 })
  expect(rows.map(({ event }) => event)).not.toContain('clock.jumped')
})

it('a clock that is set forward while the room is open is in the log; time that passes is not', async () => {
  const t = testContext()
  let [wall, steady] = [MORNING, 0]
  const clock = { ...clockFrom(() => wall), steady: () => steady }
  const audit = () =>
    t.room.connection.transaction((db) =>
      writeContextOf({ clock, newId: randomUUID, services: t.services }, t.room, db).audit('note.read'),
    )
  audit()
  wall += 300 * MINUTE
  steady += 300 * MINUTE
  audit()
  wall += 2 * 24 * 60 * MINUTE
  audit()
  const rows = await t.client.audit.list({ before: null, limit: 4 })
  expect(rows.map(({ event, subjectId }) => [event, subjectId])).toEqual([
    ['note.read', null],
    ['clock.jumped', '2880'],
    ['note.read', null],
    ['note.read', null],
  ])
})
