import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { EMPTY_NOTE } from '#contract/note-parts'
import { testContext, type TestContext } from '#tests/context'
import { walkIn } from '#tests/records'

const addStudent = async ({ client }: TestContext, name = '李若溪') => {
  const id = randomUUID()
  await client.students.add({
    id,
    fields: { kind: 'roster', name, sex: 'female', studentNo: name === '李若溪' ? '2026060418' : null },
    guardians: [],
  })
  return id
}

describe('visits', () => {
  it('a walk-in stands on today, on the timeline and opens a case', async () => {
    const t = testContext()
    const studentId = await addStudent(t)
    const visit = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    expect(visit).toMatchObject({ state: 'arrived', ordinal: 1, no: 'F2026秋-0001' })
    const [line] = await t.client.visits.listByDay({ day: '2026-11-21' })
    expect(line).toMatchObject({ studentName: '李若溪', noteState: 'none', noticeGiven: false })
    const { items } = await t.client.students.timeline({ studentId, limit: 50 })
    expect(items.map((item) => item.kind)).toEqual(['visit', 'case'])
    const header = await t.client.students.header({ studentId })
    expect(header.openCase?.no).toBe('2026秋-001')
    expect(header.visitCount).toBe(1)
  })
  it('a double click registers one visit', async () => {
    const t = testContext()
    const studentId = await addStudent(t)
    const twice = { requestId: randomUUID(), id: randomUUID(), studentId, fields: walkIn(t.me.id) }
    const [first, second] = [await t.client.visits.register(twice), await t.client.visits.register(twice)]
    expect(second).toEqual(first)
    expect(await t.client.visits.listByDay({ day: '2026-11-21' })).toHaveLength(1)
  })
  it('a note for one student is refused under the name of another, and nothing is kept', async () => {
    const t = testContext()
    const [own, other] = [await addStudent(t), await addStudent(t, '陈思远')]
    const visit = await t.client.visits.register({ id: randomUUID(), studentId: own, fields: walkIn(t.me.id) })
    const save = t.client.notes.save({
      visitId: visit.id,
      studentId: other,
      version: 0,
      body: { ...EMPTY_NOTE, state: '平静' },
    })
    await expect(save).rejects.toMatchObject({ code: 'conflict', data: { reason: 'wrong-student' } })
    expect(await t.client.notes.get({ visitId: visit.id })).toBeNull()
  })
  it('the next booking is the nearest one that lies ahead', async () => {
    const t = testContext()
    const studentId = await addStudent(t)
    const book = (bookedFor: string) =>
      t.client.visits.register({
        id: randomUUID(),
        studentId,
        fields: walkIn(t.me.id, { arrivedAt: null, bookedFor }),
      })
    expect(await t.client.visits.nextBooked({ studentId })).toBeNull()
    await book('2026-11-28T12:10')
    await book('2026-11-20T12:10')
    const nearest = await book('2026-11-24T12:10')
    expect(await t.client.visits.nextBooked({ studentId })).toEqual(nearest)
  })
  it('goes from booked to arrived to ended, and neither backwards nor twice', async () => {
    const t = testContext()
    const studentId = await addStudent(t)
    const fields = walkIn(t.me.id, { arrivedAt: null, bookedFor: '2026-11-21T12:10' })
    const { id: visitId } = await t.client.visits.register({ id: randomUUID(), studentId, fields })
    const arrive = (at: string) => t.client.visits.arrive({ visitId, studentId, at })
    const end = (at: string) => t.client.visits.end({ visitId, studentId, at })
    await expect(end('2026-11-21T13:00')).rejects.toMatchObject({ data: { reason: 'is-booked' } })
    expect(await arrive('2026-11-21T12:08')).toMatchObject({ state: 'arrived' })
    await expect(arrive('2026-11-21T12:09')).rejects.toMatchObject({ data: { reason: 'is-arrived' } })
    await expect(end('2026-11-21T12:00')).rejects.toMatchObject({
      code: 'invalid',
      data: { reason: 'ends-before-start' },
    })
    expect(await end('2026-11-21T12:58')).toMatchObject({ state: 'ended', minutes: 50 })
    const cancel = t.client.visits.cancel({ visitId, studentId, state: 'no-show', reason: '' })
    await expect(cancel).rejects.toMatchObject({ data: { reason: 'is-ended' } })
  })
})
