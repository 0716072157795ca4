import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { isoWeekOf } from '#contract/calendar'
import { leaveWitness } from '#core/audit'
import { MORNING, testContext, type TestContext } from '#tests/context'
import { CAST } from '#tests/people'

const DAY = 86_400_000
let t: TestContext
beforeEach(() => {
  t = testContext()
})
const add = async (name: string): Promise<string> =>
  (await t.client.students.add({ id: randomUUID(), fields: { kind: 'roster', name }, guardians: [] })).id
const found = async (filter: object) =>
  (await t.client.audit.list({ before: null, limit: 50, filter })).map(({ event, student }) => [event, student])

describe('the log is searched', () => {
  it('by student, with the name beside each row', async () => {
    const [first, second] = [await add(CAST[0]!.name), await add(CAST[1]!.name)]
    await t.client.students.timeline({ studentId: second, limit: 5 })
    expect(await found({ studentId: second })).toEqual([
      ['student.timeline-read', CAST[1]!.name],
      ['student.added', CAST[1]!.name],
    ])
    expect(await found({ studentId: first })).toEqual([['student.added', CAST[0]!.name]])
  })
  it('by kind, by the beginning of the event', async () => {
    const studentId = await add(CAST[0]!.name)
    await t.client.students.timeline({ studentId, limit: 5 })
    expect(await found({ events: ['student.timeline'] })).toEqual([['student.timeline-read', CAST[0]!.name]])
    expect(await found({ events: ['print.', 'note.'] })).toEqual([])
  })
  it('by day, the last one included', async () => {
    await add(CAST[0]!.name)
    t.setTime(MORNING + DAY)
    await add(CAST[1]!.name)
    const only = { events: ['student.added'] }
    expect(await found({ ...only, from: '2026-11-22' })).toEqual([['student.added', CAST[1]!.name]])
    expect(await found({ ...only, to: '2026-11-21' })).toEqual([['student.added', CAST[0]!.name]])
    expect(await found({ ...only, from: '2026-11-21', to: '2026-11-22' })).toHaveLength(2)
  })
  it('by person', async () => {
    await add(CAST[0]!.name)
    expect(await found({ userId: t.me.id, events: ['student.'] })).toHaveLength(1)
    expect(await found({ userId: randomUUID() })).toEqual([])
  })
  it('by the director alone', async () => {
    t.become({ roles: ['counselor'] })
    await expect(t.client.audit.list({ before: null, limit: 5 })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

it('whoever looks at the log or verifies it is in it', async () => {
  await t.client.audit.list({ before: null, limit: 5 })
  await t.client.audit.verify({})
  expect((await found({ events: ['audit.'] })).map(([event]) => event)).toEqual(['audit.verified', 'audit.read'])
})

describe('the weekly head', () => {
  const leave = (ms: number) =>
    t.room.connection.transaction((db) => leaveWitness(db, new Date(MORNING + ms).toISOString()))
  it('is left once a week and goes on fitting', async () => {
    leave(0)
    leave(DAY)
    await add(CAST[0]!.name)
    leave(3 * DAY)
    expect((await t.client.audit.witnesses({})).map(({ week }) => week)).toEqual(['2026-W48', '2026-W47'])
    expect(await t.client.audit.verify({})).toMatchObject({ fault: null })
  })
  it('belongs to the ISO week, also at the turn of a year', () => {
    expect(['2026-11-21', '2026-12-31', '2027-01-01', '2027-01-04', '2024-12-30', '2021-01-03'].map(isoWeekOf)).toEqual(
      ['2026-W47', '2026-W53', '2026-W53', '2027-W01', '2025-W01', '2020-W53'],
    )
  })
})
