import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ObservationFields } from '#contract/observations'
import { testContext, type TestContext } from '#tests/context'
import { person } from '#tests/people'
import { observationFields, walkIn } from '#tests/records'

let t: TestContext
let studentId: string
const add = async () => {
  const id = randomUUID()
  await t.client.students.add({ id, fields: { kind: 'roster', name: person('ma-xiaoyun').name }, guardians: [] })
  return id
}
const register = (fields: Partial<ObservationFields> = {}, { client }: Pick<TestContext, 'client'> = t) =>
  client.observations.register({ id: randomUUID(), studentId, fields: observationFields(fields) })
beforeEach(async () => {
  t = testContext()
  studentId = await add()
})

describe('what a teacher has seen', () => {
  it('stands on the list, most urgent first, until something came of it', async () => {
    const soon = await register()
    const urgent = await register({ urgency: 'urgent', observedOn: '2026-11-20' })
    expect((await t.client.observations.list({ state: 'open' })).map(({ id, days }) => [id, days])).toEqual([
      [urgent.id, 1],
      [soon.id, 2],
    ])
    const about = { observationId: soon.id, studentId }
    const done = await t.client.observations.settle({
      ...about,
      outcome: 'teacher-watches',
      note: '两周后再看',
      bookingId: null,
    })
    expect(done).toMatchObject({ state: 'done', outcomeNote: '两周后再看' })
    expect(await t.client.observations.list({ state: 'open' })).toHaveLength(1)
    const { items } = await t.client.students.timeline({ studentId, limit: 20 })
    expect(items.filter(({ kind }) => kind === 'observation')).toHaveLength(2)
  })
  it('leads to an appointment of the same student', async () => {
    const { id: observationId } = await register()
    const at = (bookedFor: string) => walkIn(t.me.id, { arrivedAt: null, bookedFor })
    const mine = await t.client.visits.register({ id: randomUUID(), studentId, fields: at('2026-11-24T12:30') })
    const others = await t.client.visits.register({
      id: randomUUID(),
      studentId: await add(),
      fields: at('2026-11-25T12:30'),
    })
    const settle = (bookingId: string) =>
      t.client.observations.settle({ observationId, studentId, outcome: 'booked', note: '', bookingId })
    await expect(settle(others.id)).rejects.toMatchObject({ data: { reason: 'wrong-student' } })
    expect((await settle(mine.id)).visitId).toBe(mine.id)
  })
  it('the desk takes the form in; what stands on it is for the counselor, a colleague gives a reason', async () => {
    await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    const desk = t.colleague(['duty'])
    const { id: observationId } = await register({}, desk)
    expect(JSON.stringify(await desk.client.observations.list({ state: 'open' }))).not.toContain('一个人')
    await expect(desk.client.observations.get({ observationId })).rejects.toMatchObject({ code: 'forbidden' })
    const other = t.colleague(['counselor'])
    await expect(other.client.observations.get({ observationId })).rejects.toMatchObject({
      data: { reason: 'reason-needed' },
    })
    expect((await t.client.observations.get({ observationId })).signs).toEqual(['low-mood', 'withdrawn'])
  })
  it('of a colleague’s student is dealt with by the counselor of the case alone, whatever the reason', async () => {
    await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    const { id: observationId } = await register()
    const { client } = t.colleague(['counselor'])
    await client.accounts.giveReason({ studentId, reason: '代班' })
    const about = { observationId, studentId }
    expect((await client.observations.get({ observationId })).state).toBe('open')
    for (const write of [
      () => client.observations.update({ ...about, fields: { text: '改过' } }),
      () => client.observations.settle({ ...about, outcome: 'no-need', note: '', bookingId: null }),
    ])
      await expect(write()).rejects.toMatchObject({ code: 'forbidden', data: { reason: 'not-yours' } })
    expect((await client.crises.open({ id: randomUUID(), studentId })).state).toBe('open')
    expect(await t.client.observations.get({ observationId })).toMatchObject({
      text: '一周来课间总是一个人',
      state: 'open',
    })
  })
  it('is printed filled in, and empty for the teachers', async () => {
    const { id } = await register()
    const filled = await t.client.prints.preview({ form: 'observation', subjectId: id })
    expect(filled).toMatchObject({ observation: { text: '一周来课间总是一个人' }, student: { id: studentId } })
    const empty = await t.client.prints.preview({ form: 'observation', subjectId: 'blank' })
    expect(empty).toMatchObject({ observation: null, student: null })
    await t.client.prints.record({ form: 'observation', subjectId: 'blank', pages: 1 })
  })
})
