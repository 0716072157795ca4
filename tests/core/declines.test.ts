import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { DeclineFields } from '#contract/declines'
import { MORNING, testContext, type TestContext } from '#tests/context'
import { rosterOf, roundOf } from '#tests/core/screenings/round-samples'
import { person } from '#tests/people'
import { acceptanceFields, declineFields, walkIn } from '#tests/records'

const DAY = 86_400_000
let t: TestContext
let studentId: string
const decline = (change: Partial<DeclineFields> = {}, of = studentId) =>
  t.client.declines.record({ id: randomUUID(), studentId: of, fields: declineFields(change) })
const standing = async () => (await t.client.students.header({ studentId })).decline
beforeEach(async () => {
  t = testContext()
  studentId = randomUUID()
  const fields = { kind: 'roster', name: person('ma-xiaoyun').name } as const
  await t.client.students.add({ id: studentId, fields, guardians: [] })
})

describe('somebody who does not want to come', () => {
  it('is said in the header without a word of theirs, stands once, and ends with one click', async () => {
    const { id: declineId } = await decline()
    expect(await standing()).toEqual({ id: declineId, onDay: '2026-11-20', askAgainOn: null })
    await expect(decline()).rejects.toMatchObject({ data: { reason: 'stands-already' } })
    const { items } = await t.client.students.timeline({ studentId, limit: 5 })
    expect(items[0]).toMatchObject({ kind: 'decline', what: 'stands', excerpt: '现在不想谈，期中考完再说' })
    await t.client.declines.end({ declineId, studentId })
    expect(await standing()).toBeNull()
    expect((await t.client.declines.get({ declineId })).endedAt).not.toBeNull()
    const { rows } = { rows: await t.client.audit.list({ before: null, limit: 20, filter: {} }) }
    expect(rows.map(({ event }) => event)).toEqual(expect.arrayContaining(['decline.recorded', 'decline.ended']))
  })
  it('ends by itself when the student comes, not when a parent does, nor by an earlier visit', async () => {
    await decline()
    const come = (change: object) =>
      t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id, change) })
    await come({ visitor: 'parent' })
    await come({ arrivedAt: '2026-11-19T12:30', endedAt: '2026-11-19T13:00' })
    const booked = await come({ arrivedAt: null, bookedFor: '2026-11-21T12:30' })
    expect(await standing()).not.toBeNull()
    await t.client.visits.arrive({ visitId: booked.id, studentId, at: '2026-11-21T12:31' })
    expect(await standing()).toBeNull()
  })
  it('is taken off the waiting list, and what was asked for is answered; a request in a crisis is not', async () => {
    const wait = { since: '2026-11-16', urgency: 'routine', wish: '', note: '', receiverId: null } as const
    await t.client.waits.add({ id: randomUUID(), studentId, fields: wait })
    const request = (change: object, of = studentId) =>
      t.client.acceptances.request({ id: randomUUID(), studentId: of, fields: acceptanceFields(change) })
    const { id } = await request({})
    const other = randomUUID()
    await t.client.students.add({ id: other, fields: { kind: 'guest', name: '孙浩' }, guardians: [] })
    await request({ basis: 'crisis' }, other)
    await decline()
    await decline({}, other)
    expect(await t.client.waits.list({})).toEqual([])
    expect((await t.client.acceptances.get({ acceptanceId: id })).state).toBe('declined')
    expect(await t.client.acceptances.list({ state: 'open' })).toMatchObject([{ studentId: other, state: 'requested' }])
  })
  it('is not called in after a screening, until they want to; a critical answer is still looked after', async () => {
    const [first = '', second = ''] = await rosterOf(t, 2)
    const { id: roundId } = await roundOf(t, 'phq9')
    for (const id of [first, second])
      await t.client.screenings.setEntry({ roundId, studentId: id, flagged: true, reason: '班主任反映' })
    const { id: declineId } = await decline({}, first)
    const waiting = async () => {
      const question = { filter: 'waiting', text: '', className: null, sort: 'urgency' } as const
      const { rows } = await t.client.screenings.entries({ roundId, ...question, offset: 0, limit: 10 })
      return rows.map((row) => row.studentId)
    }
    expect(await waiting()).toEqual([second])
    const hours = [{ from: '12:30', to: '13:30' }]
    const slots = { days: ['2026-11-23'], hours, minutes: 15, pauseMinutes: 0, perDay: 4 }
    const dealt = await t.client.screenings.deal({ roundId, slots })
    expect(dealt.dealt.map((one) => one.studentId)).toEqual([second])
    expect((await t.client.screenings.get({ roundId })).counts).toMatchObject({ flagged: 2, declined: 1 })
    t.room.connection.vault.db.prepare(`UPDATE screening_entries SET urgency = 'same-day'`).run()
    expect(await waiting()).toHaveLength(2)
    t.room.connection.vault.db.prepare('UPDATE screening_entries SET urgency = NULL').run()
    await t.client.declines.end({ declineId, studentId: first })
    expect(await waiting()).toHaveLength(2)
  })
  it('asks for no attention and no follow-up that was agreed before; what was agreed since, and a crisis, stay', async () => {
    const { caseId } = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    const plan = (days: number, basis: 'agreed' | 'crisis' = 'agreed') =>
      t.client.followups.plan({
        caseId,
        studentId,
        cause: 'first-visit',
        basis,
        from: '2026-11-21',
        steps: [{ id: randomUUID(), days }],
      })
    await plan(1)
    t.setTime(MORNING + DAY)
    expect(await t.client.followups.due({})).toHaveLength(1)
    const undone = async () => (await t.client.days.compile({ day: '2026-11-22' })).summary.followupsUndone
    const handedOver = async () =>
      (await t.client.hours.handoverItems({})).find(({ list }) => list === 'followups-due')?.count ?? 0
    expect([await undone(), await handedOver()]).toEqual([1, 1])
    await decline({ onDay: '2026-11-22' })
    expect(await t.client.followups.due({})).toEqual([])
    expect([await undone(), await handedOver()]).toEqual([0, 0])
    expect((await t.client.cases.progress({ caseId })).contact).toBeNull()
    t.setTime(MORNING + 10 * DAY)
    expect(await t.client.cases.attention({})).toEqual([])
    await plan(2)
    expect(await t.client.followups.due({})).toHaveLength(1)
    await t.client.crises.open({ id: randomUUID(), studentId })
    expect(await t.client.followups.due({})).toHaveLength(2)
    expect(await t.client.cases.attention({})).toHaveLength(1)
  })
  it('is asked again only on a day that was agreed on', async () => {
    await expect(decline({ askAgainOn: '2026-11-20' })).rejects.toMatchObject({ data: { reason: 'not-after' } })
    await expect(decline({ onDay: '2026-11-22' })).rejects.toMatchObject({ data: { reason: 'ahead' } })
    const { id: declineId } = await decline({ askAgainOn: '2026-11-23' })
    expect(await t.client.declines.again({})).toEqual([])
    t.setTime(MORNING + 2 * DAY)
    expect(await t.client.declines.again({})).toMatchObject([{ studentId, askAgainOn: '2026-11-23' }])
    await t.client.declines.update({ declineId, studentId, fields: { askAgainOn: null } })
    expect(await t.client.declines.again({})).toEqual([])
  })
  it('is put right, thrown away and taken out again; a colleague gives a reason first', async () => {
    await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    const { id: declineId } = await decline({ onDay: '2026-11-21' })
    const about = { declineId, studentId }
    const other = t.colleague(['counselor'])
    await expect(other.client.declines.get({ declineId })).rejects.toMatchObject({ data: { reason: 'reason-needed' } })
    await t.client.declines.update({ ...about, fields: { words: '想先自己试试' } })
    const which = { kind: 'decline', recordId: declineId, studentId } as const
    expect((await t.client.revisions.of(which)).states[0]?.fields['words']).toBe('现在不想谈，期中考完再说')
    await t.client.declines.remove({ ...about, reason: '记错了' })
    expect(await standing()).toBeNull()
    await t.client.revisions.takeOut({ ...which, reason: '没有记错' })
    expect((await standing())?.id).toBe(declineId)
  })
})

describe('what is booked with somebody who does not want to come', () => {
  const book = (change: object = {}) =>
    t.client.visits.register({
      id: randomUUID(),
      studentId,
      fields: walkIn(t.me.id, { arrivedAt: null, bookedFor: '2026-11-23T12:30', ...change }),
    })
  const stateOf = async ({ id: visitId }: { id: string }) => (await t.client.visits.get({ visitId })).state
  const cancelling = (cancels: string[]) =>
    t.client.declines.record({ id: randomUUID(), studentId, fields: declineFields(), cancels })
  it('is said, from today on: not what is over, nor what a parent is booked for', async () => {
    await book({ bookedFor: '2026-11-20T12:30' })
    await book({ visitor: 'parent', bookedFor: '2026-11-23T16:00' })
    const later = await book({ bookedFor: '2026-11-30T12:30' })
    const today = await book({ bookedFor: '2026-11-21T07:30' })
    expect(await t.client.declines.booked({ studentId })).toMatchObject({
      isInCrisis: false,
      visits: [
        { visitId: today.id, bookedFor: '2026-11-21T07:30', receiverName: t.me.name, place: '个别辅导室' },
        { visitId: later.id },
      ],
    })
  })
  it('is cancelled in the same write, with the reason and a line each in the log; what was unticked stays', async () => {
    const first = await book()
    const second = await book({ bookedFor: '2026-11-30T12:30' })
    const kept = await book({ bookedFor: '2026-12-07T12:30' })
    await cancelling([first.id, second.id])
    expect([await stateOf(first), await stateOf(second), await stateOf(kept)]).toEqual([
      'cancelled',
      'cancelled',
      'booked',
    ])
    const reasons = t.room.connection.vault.db.prepare('SELECT DISTINCT cancel_reason FROM visits').pluck().all()
    expect(reasons).toEqual(['暂不愿意来', null])
    const rows = await t.client.audit.list({ before: null, limit: 20, filter: {} })
    expect(rows.filter(({ event }) => event === 'visit.cancelled')).toHaveLength(2)
    expect(rows.filter(({ event }) => event === 'decline.recorded')).toHaveLength(1)
  })
  it('that has changed meanwhile takes everything back', async () => {
    const first = await book()
    const second = await book({ bookedFor: '2026-11-30T12:30' })
    await t.client.visits.cancel({ visitId: second.id, studentId, state: 'cancelled', reason: '' })
    await expect(cancelling([first.id, second.id])).rejects.toMatchObject({ data: { reason: 'not-booked' } })
    expect([await stateOf(first), await standing()]).toEqual(['booked', null])
  })
  it('stays in a crisis', async () => {
    const visit = await book()
    const { id: crisisId } = await t.client.crises.open({ id: randomUUID(), studentId })
    expect(await t.client.declines.booked({ studentId })).toEqual({ isInCrisis: true, visits: [] })
    await expect(cancelling([visit.id])).rejects.toMatchObject({ data: { reason: 'in-crisis' } })
    await cancelling([])
    expect(await stateOf(visit)).toBe('booked')
    expect((await t.client.crises.get({ crisisId })).state).toBe('open')
  })
  it('does not hold a talk about a critical answer of a screening', async () => {
    const [first = ''] = await rosterOf(t, 1)
    const { id: roundId } = await roundOf(t, 'phq9')
    await t.client.screenings.setEntry({ roundId, studentId: first, flagged: true, reason: '班主任反映' })
    const visitId = randomUUID()
    const bookings = [{ visitId, studentId: first, at: '2026-11-23T12:30' }]
    await t.client.screenings.book({ roundId, place: '个别辅导室', minutes: 15, bookings })
    const booked = async () => (await t.client.declines.booked({ studentId: first })).visits.map((one) => one.visitId)
    expect(await booked()).toEqual([visitId])
    t.room.connection.vault.db.prepare(`UPDATE screening_entries SET urgency = 'same-day'`).run()
    expect(await booked()).toEqual([])
  })
})

it('how a student came is asked for without holding anything up, and is said once', async () => {
  const { caseId } = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
  const registered = async () => (await t.client.cases.progress({ caseId })).stages[0]
  expect(await registered()).toMatchObject({ stage: 'registered', state: 'done', lacks: [{ what: 'entry' }] })
  await t.client.cases.setEntry({ caseId, studentId, fields: { basis: 'voluntary', note: '自己来预约' } })
  expect(await registered()).toMatchObject({ lacks: [] })
  expect((await t.client.cases.progress({ caseId })).entry).toEqual({ basis: 'voluntary', note: '自己来预约' })
  const rules = await t.client.cases.rules({})
  await t.client.cases.saveRules({ rules: { ...rules, needs: [] } })
  expect((await registered())?.lacks).toEqual([])
})
