import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { LetterFields } from '#contract/letters'
import { MORNING, testContext, type TestContext } from '#tests/context'
import { person } from '#tests/people'
import { walkIn } from '#tests/records'

const DAY = 86_400_000
const NAME = person('sima-ruolan').name
let t: TestContext
let studentId: string
const letter = (
  fields: Partial<LetterFields> = {},
  about: string | null = null,
  { client } = t as Pick<TestContext, 'client'>,
) =>
  client.letters.register({
    id: randomUUID(),
    studentId: about,
    fields: {
      receivedOn: '2026-11-20',
      writer: 'anonymous',
      summary: '',
      isRisk: false,
      assignedTo: null,
      replyDue: null,
      ...fields,
    },
  })
beforeEach(async () => {
  t = testContext()
  studentId = randomUUID()
  await t.client.students.add({ id: studentId, fields: { kind: 'roster', name: NAME }, guardians: [] })
})

describe('the box', () => {
  it('is opened every school day, empty or not; days without are named, weekends and holidays are not', async () => {
    await t.client.letters.recordOpening({ day: '2026-11-10', count: 0 })
    for (const day of ['2026-11-11', '2026-11-12', '2026-11-13', '2026-11-17', '2026-11-18'])
      await t.client.letters.recordOpening({ day, count: 0 })
    await t.client.hours.saveClosedDay({
      day: {
        id: randomUUID(),
        kind: 'holiday',
        name: '运动会',
        fromDay: '2026-11-19',
        toDay: '2026-11-19',
        asWeekday: null,
      },
    })
    expect(await t.client.letters.status({})).toMatchObject({ today: null, missing: ['2026-11-20', '2026-11-16'] })
  })
  it('a room that has never opened one is reminded of nothing', async () => {
    expect(await t.client.letters.status({})).toEqual({ today: null, missing: [], unread: 0, overdue: 0 })
  })
  it('registering a letter opens the box, and the count is never less than what was registered', async () => {
    await letter({ receivedOn: '2026-11-21' })
    await letter({ receivedOn: '2026-11-21' })
    expect((await t.client.letters.status({})).today).toMatchObject({ count: 2 })
    await expect(t.client.letters.recordOpening({ day: '2026-11-21', count: 1 })).rejects.toMatchObject({
      data: { reason: 'more-registered' },
    })
  })
  it('is not opened tomorrow', async () => {
    await expect(t.client.letters.recordOpening({ day: '2026-11-22', count: 0 })).rejects.toMatchObject({
      data: { reason: 'not-yet' },
    })
  })
})

describe('a letter', () => {
  it('waits unread, is read, answered within three days, and the student is told', async () => {
    const { id: letterId, no, replyDue } = await letter()
    expect([no, replyDue]).toEqual(['X2026秋-001', '2026-11-23'])
    expect(await t.client.letters.list({ state: 'unread' })).toHaveLength(1)
    const about = { letterId, studentId: null }
    const read = await t.client.letters.update({ ...about, toStudentId: null, fields: { summary: '睡不着' } })
    expect(read.state).toBe('read')
    t.setTime(MORNING + 4 * DAY)
    expect(await t.client.letters.list({ state: 'open' })).toMatchObject([{ isOverdue: true }])
    await t.client.letters.answer({ ...about, reply: '谢谢你写信来', at: '2026-11-25T09:00' })
    const done = await t.client.letters.notify({ ...about, at: '2026-11-25T10:00' })
    expect(done).toMatchObject({ state: 'answered', notifiedAt: '2026-11-25T10:00' })
    expect(await t.client.letters.list({ state: 'open' })).toEqual([])
  })
  it('one that speaks of danger stands first', async () => {
    await letter({ receivedOn: '2026-11-17' })
    await letter({ isRisk: true })
    expect((await t.client.letters.list({ state: 'open' })).map(({ isRisk }) => isRisk)).toEqual([true, false])
  })
  it('becomes an appointment or a crisis of the student who wrote it, and of nobody else', async () => {
    const { id: letterId } = await letter()
    const known = await t.client.letters.update({ letterId, studentId: null, toStudentId: studentId, fields: {} })
    expect(known.studentName).toBe(NAME)
    const about = { letterId, studentId }
    const booking = { arrivedAt: null, bookedFor: '2026-11-24T12:30' }
    const visit = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id, booking) })
    const booked = await t.client.letters.settle({ ...about, state: 'booked', bookingId: visit.id })
    expect(booked).toMatchObject({ state: 'booked', bookedFor: '2026-11-24T12:30' })
    const { id: otherId } = await letter()
    await expect(
      t.client.letters.settle({ letterId: otherId, studentId: null, state: 'booked', bookingId: visit.id }),
    ).rejects.toMatchObject({ data: { reason: 'wrong-student' } })
    await expect(t.client.letters.update({ ...about, toStudentId: randomUUID(), fields: {} })).rejects.toMatchObject({
      data: { reason: 'has-student' },
    })
    const { items } = await t.client.students.timeline({ studentId, limit: 20 })
    expect(items.map(({ kind }) => kind)).toContain('letter')
  })
  it('the desk registers it for the counselor and cannot read it; reading leaves a line in the log', async () => {
    const desk = t.colleague(['duty'])
    const { id: letterId } = await letter({ assignedTo: t.me.id }, null, desk)
    await expect(desk.client.letters.get({ letterId })).rejects.toMatchObject({ code: 'forbidden' })
    await t.client.letters.update({ letterId, studentId: null, toStudentId: null, fields: { summary: '家里的事' } })
    await t.client.letters.get({ letterId })
    expect((await t.client.audit.list({ before: null, limit: 1 }))[0]).toMatchObject({
      event: 'letter.read',
      subjectId: letterId,
    })
    expect(JSON.stringify(await desk.client.letters.list({ state: 'all' }))).not.toContain('家里的事')
  })
  it('of a colleague’s student is read with a reason', async () => {
    await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    const { id: letterId } = await letter({ summary: '想换座位' }, studentId)
    const { client } = t.colleague(['counselor'])
    await expect(client.letters.get({ letterId })).rejects.toMatchObject({ data: { reason: 'reason-needed' } })
    await client.accounts.giveReason({ studentId, reason: '代班' })
    expect((await client.letters.get({ letterId })).summary).toBe('想换座位')
  })
  it('of a colleague’s student is written in by the counselor of the case alone, whatever the reason', async () => {
    await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    const { id: letterId } = await letter({ summary: '想换座位' }, studentId)
    const { client } = t.colleague(['counselor'])
    await client.accounts.giveReason({ studentId, reason: '代班' })
    const about = { letterId, studentId }
    for (const write of [
      () => client.letters.update({ ...about, toStudentId: null, fields: { summary: '改过' } }),
      () => client.letters.answer({ ...about, reply: '谢谢你写信来', at: '2026-11-21T09:00' }),
      () => client.letters.settle({ ...about, state: 'filed', bookingId: null }),
      () => client.letters.notify({ ...about, at: '2026-11-21T09:00' }),
    ])
      await expect(write()).rejects.toMatchObject({ code: 'forbidden', data: { reason: 'not-yours' } })
    expect(await t.client.letters.get({ letterId })).toMatchObject({ summary: '想换座位', state: 'read', reply: '' })
  })
  it('is read and answered by whoever was given it, also where a colleague holds the case; by nobody else', async () => {
    await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    const given = t.colleague(['counselor'])
    const { id: letterId } = await letter({ summary: '想换座位', assignedTo: given.me.id }, studentId)
    const [line] = await given.client.letters.list({ state: 'open' })
    expect(line?.isOpen).toBe(true)
    const about = { letterId, studentId }
    const answer = { ...about, reply: '谢谢你写信来', at: '2026-11-21T09:00' }
    const third = t.colleague(['counselor'])
    await third.client.accounts.giveReason({ studentId, reason: '代班' })
    await expect(third.client.letters.answer(answer)).rejects.toMatchObject({ data: { reason: 'not-yours' } })
    expect((await given.client.letters.answer(answer)).state).toBe('answered')
  })
  it('of nobody’s case is answered by whoever opened the box; one that was given away is taken over first', async () => {
    const { client, me } = t.colleague(['counselor'])
    const answer = (letterId: string) =>
      client.letters.answer({ letterId, studentId: null, reply: '谢谢你写信来', at: '2026-11-21T09:00' })
    expect((await answer((await letter()).id)).state).toBe('answered')
    const { id: letterId } = await letter({ assignedTo: t.me.id })
    await expect(answer(letterId)).rejects.toMatchObject({ code: 'forbidden', data: { reason: 'given' } })
    const about = { letterId, studentId: null, toStudentId: null }
    await expect(
      client.letters.update({ ...about, fields: { assignedTo: me.id, summary: '改过' } }),
    ).rejects.toMatchObject({ data: { reason: 'given' } })
    expect(await client.letters.update({ ...about, fields: { assignedTo: me.id } })).toMatchObject({
      assignedTo: { id: me.id },
      state: 'unread',
    })
    expect((await answer(letterId)).state).toBe('answered')
  })
  it('thrown away, it lies in the bin and comes back', async () => {
    const { id: letterId } = await letter({}, studentId)
    await t.client.letters.remove({ letterId, studentId, reason: '重复登记' })
    expect(await t.client.letters.list({ state: 'all' })).toEqual([])
    await t.client.revisions.takeOut({ kind: 'letter', recordId: letterId, studentId, reason: '不是重复' })
    expect(await t.client.letters.list({ state: 'all' })).toHaveLength(1)
  })
  it('the printed register counts the empty days and names nobody', async () => {
    await t.client.letters.recordOpening({ day: '2026-11-19', count: 0 })
    await letter({ writer: 'signed', summary: '想来谈谈' }, studentId)
    const model = await t.client.prints.preview({ form: 'letterbox', subjectId: '2026-11-01|2026-11-30' })
    expect(model.letterbox?.openings.map(({ day, count }) => [day, count])).toEqual([
      ['2026-11-19', 0],
      ['2026-11-20', 1],
    ])
    expect(JSON.stringify(model)).not.toMatch(new RegExp(`${NAME}|想来谈谈`, 'u'))
  })
})
