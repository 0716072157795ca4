import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors'
import { EMPTY_NOTE } from '#contract/note-parts'
import type { VisitFields } from '#contract/visits'
import { type Colleague, testContext, type TestContext } from '#tests/context'
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

describe('who receives a visit', () => {
  /** A student of `t`, who comes to her: booked, or here already. */
  const visitOf = async (t: TestContext, change: Partial<VisitFields>) => {
    const studentId = await addStudent(t)
    const visit = await t.client.visits.register({
      id: randomUUID(),
      studentId,
      fields: walkIn(t.me.id, change),
    })
    /** `by` puts `to` down for it, and the next finds it as it was. */
    const moves = async (by: Pick<Colleague, 'client'>, to: Pick<Colleague, 'me'>): Promise<string> => {
      const about = { visitId: visit.id, studentId }
      try {
        return (await by.client.visits.update({ ...about, fields: { receiverId: to.me.id } })).receiverId
      } catch (error) {
        return error instanceof AppError ? `${error.code} ${error.data.reason}` : 'no AppError'
      } finally {
        await t.client.visits.update({ ...about, fields: { receiverId: t.me.id } })
      }
    }
    return { visit, studentId, moves }
  }
  const BOOKED = { arrivedAt: null, bookedFor: '2026-11-21T12:10' }
  const NOT_HERS = 'forbidden not-yours'
  const team = () => {
    const t = testContext()
    const colleague = t.colleague(['counselor'], '陈老师')
    return { t, colleague, desk: t.colleague(['duty']), director: t.colleague(['counselor', 'director']) }
  }

  it('before it begins, the case’s counselor, the director and the desk say who', async () => {
    const { t, colleague, desk, director } = team()
    const { moves } = await visitOf(t, BOOKED)
    for (const one of [t, desk, director]) expect(await moves(one, colleague)).toBe(colleague.me.id)
    expect(await moves(colleague, colleague)).toBe(NOT_HERS)
  })
  it('once somebody is there, the desk does not any more', async () => {
    const { t, colleague, desk, director } = team()
    const { moves } = await visitOf(t, {})
    for (const one of [t, director]) expect(await moves(one, colleague)).toBe(colleague.me.id)
    for (const one of [desk, colleague]) expect(await moves(one, colleague)).toBe(NOT_HERS)
  })
  it('once something is written, nobody takes the record over by putting herself down, a director neither', async () => {
    const { t, colleague, desk, director } = team()
    const { visit, studentId, moves } = await visitOf(t, {})
    await t.client.notes.save({ visitId: visit.id, studentId, version: 0, body: { ...EMPTY_NOTE, state: '平静' } })
    for (const one of [desk, colleague, director]) expect(await moves(one, director)).toBe(NOT_HERS)
    await expect(director.client.notes.get({ visitId: visit.id })).rejects.toMatchObject({
      data: { reason: 'reason-needed' },
    })
    expect(await moves(t, colleague)).toBe(colleague.me.id)
  })
  it('whoever receives in the counselor’s stead passes it on', async () => {
    const { t, colleague, director } = team()
    const { visit, studentId } = await visitOf(t, BOOKED)
    const about = { visitId: visit.id, studentId }
    await t.client.visits.update({ ...about, fields: { receiverId: colleague.me.id } })
    await colleague.client.visits.arrive({ ...about, at: '2026-11-21T12:08' })
    const passed = await colleague.client.visits.update({ ...about, fields: { receiverId: director.me.id } })
    expect(passed.receiverId).toBe(director.me.id)
    await expect(
      colleague.client.visits.update({ ...about, fields: { receiverId: colleague.me.id } }),
    ).rejects.toMatchObject({ code: 'forbidden', data: { reason: 'not-yours' } })
  })
})
