import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { AcceptanceFields, AcceptanceRules } from '#contract/acceptances'
import { testContext, type TestContext } from '#tests/context'
import { person, STAFF } from '#tests/people'
import { acceptanceFields, walkIn } from '#tests/records'

let t: TestContext
let studentId: string
const add = async (gradeNo = 8) => {
  const id = randomUUID()
  const fields = { kind: 'roster', name: person('ma-xiaoyun').name, gradeNo } as const
  await t.client.students.add({ id, fields, guardians: [] })
  return id
}
const ask = (change: Partial<AcceptanceFields> = {}, of = studentId, { client }: Pick<TestContext, 'client'> = t) =>
  client.acceptances.request({ id: randomUUID(), studentId: of, fields: acceptanceFields(change) })
const accept = (
  acceptanceId: string,
  { client }: Pick<TestContext, 'client'> = t,
  said: { promisesStand: boolean | null; objection: string } = { promisesStand: null, objection: '' },
) => client.acceptances.accept({ acceptanceId, studentId, ...said })
const setRules = (change: Partial<AcceptanceRules>) =>
  t.client.acceptances.saveRules({ rules: { mode: 'self', byGrade: [], shownAlone: false, ...change } })
const events = () => t.client.audit.list({ before: null, limit: 60, filter: {} })
beforeEach(async () => {
  t = testContext()
  studentId = await add()
})

describe('who is to be taken on', () => {
  it('stays out of sight in a room of one counselor until somebody asks, unless the room wants to see it', async () => {
    expect(await t.client.acceptances.standing({})).toMatchObject({ isShown: false, forMe: 0, since: null })
    await setRules({ shownAlone: true })
    expect((await t.client.acceptances.standing({})).isShown).toBe(true)
    await setRules({})
    await ask({ urgency: 'urgent' })
    expect(await t.client.acceptances.standing({})).toMatchObject({
      isShown: true,
      forMe: 1,
      since: '2026-11-19',
      isUrgent: true,
    })
  })
  it('stands in the queue, most urgent first, and a student once', async () => {
    await ask({ askedOn: '2026-11-18' })
    const soon = await ask({ urgency: 'soon' }, await add())
    expect((await t.client.acceptances.list({ state: 'open' })).map(({ id, days }) => [id === soon.id, days])).toEqual([
      [true, 2],
      [false, 3],
    ])
    await expect(ask()).rejects.toMatchObject({ code: 'conflict', data: { reason: 'already-asked' } })
    await expect(ask({ askedOn: '2026-11-22' }, await add())).rejects.toMatchObject({ data: { reason: 'ahead' } })
  })
  it('is entered at the desk, which never reads the words back', async () => {
    const desk = t.colleague(['duty'])
    const { id: acceptanceId } = await ask({ concern: '夜里常醒', promises: '答应不告诉父亲' }, studentId, desk)
    const lines = JSON.stringify(await desk.client.acceptances.list({ state: 'all' }))
    expect(lines).not.toMatch(/夜里常醒|不告诉父亲/u)
    expect(lines).toContain('吴老师')
    await expect(desk.client.acceptances.get({ acceptanceId })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await t.client.acceptances.get({ acceptanceId })).toMatchObject({
      concern: '夜里常醒',
      promises: '答应不告诉父亲',
      enteredBy: STAFF.director.name,
    })
    expect((await events()).map(({ event }) => event)).toEqual(
      expect.arrayContaining(['acceptance.requested', 'acceptance.read']),
    )
  })
  it('is taken on by a counselor: the case is opened for her with how the student came, and the timeline says so', async () => {
    const { id } = await ask()
    const opened = await accept(id)
    expect(opened).toMatchObject({ counselor: { id: t.me.id } })
    expect((await t.client.cases.progress({ caseId: opened.caseId })).entry).toEqual({ basis: 'brought', note: '' })
    expect(await t.client.acceptances.get({ acceptanceId: id })).toMatchObject({
      state: 'accepted',
      caseId: opened.caseId,
      openCase: { id: opened.caseId, isMine: true },
    })
    await expect(accept(id)).rejects.toMatchObject({ data: { reason: 'is-accepted' } })
    const { items } = await t.client.students.timeline({ studentId, limit: 20 })
    expect(items.find(({ kind }) => kind === 'acceptance')).toMatchObject({ what: 'accepted', by: '吴老师' })
    expect(await t.client.acceptances.standing({})).toMatchObject({ forMe: 0 })
  })
  it('goes into the open case, and a colleague’s case stays hers', async () => {
    const visit = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    const { id } = await ask()
    const other = t.colleague(['counselor'])
    expect(await accept(id, other)).toMatchObject({ caseId: visit.caseId, counselor: { id: t.me.id } })
    await expect(other.client.acceptances.get({ acceptanceId: id })).rejects.toMatchObject({
      data: { reason: 'reason-needed' },
    })
  })
  it('earlier promises are agreed to or objected to in words before anything begins', async () => {
    const { id } = await ask({ promises: '班主任说过可以每天来' })
    const say = (promisesStand: boolean | null, objection = '') => accept(id, t, { promisesStand, objection })
    await expect(say(null)).rejects.toMatchObject({ data: { reason: 'no-answer' } })
    await expect(say(false)).rejects.toMatchObject({ data: { field: 'objection' } })
    await say(false, '每周一次，已与班主任说明')
    expect((await t.client.acceptances.get({ acceptanceId: id })).answer).toBe('每周一次，已与班主任说明')
  })
  it('what the file lacks is said before', async () => {
    const { id } = await ask()
    const { lacks } = await t.client.acceptances.get({ acceptanceId: id })
    expect(lacks).toContain('guardian')
    expect(lacks).not.toContain('notice')
  })
})

describe('where the director assigns', () => {
  it('the rule of grades proposes, the director says who, and only she takes it on', async () => {
    const [one, other] = [t.colleague(['counselor']), t.colleague(['counselor'])]
    await setRules({ mode: 'assigned', byGrade: [{ from: 7, to: 9, counselorId: one.me.id }] })
    const { id: acceptanceId } = await ask()
    const about = { acceptanceId, studentId }
    await expect(accept(acceptanceId, one)).rejects.toMatchObject({ data: { reason: 'not-assigned' } })
    expect((await t.client.acceptances.get({ acceptanceId })).proposed?.id).toBe(one.me.id)
    expect((await t.client.acceptances.standing({})).forMe).toBe(1)
    await expect(one.client.acceptances.assign({ ...about, toId: one.me.id })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await t.client.acceptances.assign({ ...about, toId: one.me.id })).toMatchObject({ state: 'assigned' })
    expect((await one.client.acceptances.standing({})).forMe).toBe(1)
    expect((await t.client.acceptances.standing({})).forMe).toBe(0)
    await expect(accept(acceptanceId, other)).rejects.toMatchObject({ data: { reason: 'assigned-elsewhere' } })
    expect(await accept(acceptanceId, one)).toMatchObject({ counselor: { id: one.me.id } })
  })
  it('what was assigned is given back with a reason, and is in the queue again', async () => {
    const one = t.colleague(['counselor'])
    await setRules({ mode: 'assigned' })
    const { id: acceptanceId } = await ask()
    const about = { acceptanceId, studentId }
    const giveBack = () => one.client.acceptances.giveBack({ ...about, reason: '是我班上的学生' })
    await expect(giveBack()).rejects.toMatchObject({ data: { reason: 'not-assigned' } })
    await t.client.acceptances.assign({ ...about, toId: one.me.id })
    expect(await giveBack()).toMatchObject({ state: 'returned', assignedTo: null })
    expect(await t.client.acceptances.get({ acceptanceId })).toMatchObject({ answer: '是我班上的学生' })
    expect(await t.client.acceptances.list({ state: 'open' })).toHaveLength(1)
  })
  it('a crisis waits for nobody: any counselor takes it on, and the card opens with or without a request', async () => {
    const [one, other] = [t.colleague(['counselor']), t.colleague(['counselor'])]
    await setRules({ mode: 'assigned' })
    const { id: acceptanceId } = await ask({ basis: 'crisis' })
    await t.client.acceptances.assign({ acceptanceId, studentId, toId: one.me.id })
    expect(await accept(acceptanceId, other)).toMatchObject({ counselor: { id: other.me.id } })
    const unasked = await add()
    const crisis = await one.client.crises.open({ id: randomUUID(), studentId: unasked })
    expect(crisis.state).toBe('open')
    const { openCase } = await one.client.students.header({ studentId: unasked })
    expect((await one.client.cases.progress({ caseId: openCase!.id })).entry?.basis).toBe('crisis')
  })
  it('grades in the wrong order and people who do not counsel are refused', async () => {
    const rule = { from: 9, to: 7, counselorId: t.me.id }
    await expect(setRules({ byGrade: [rule] })).rejects.toMatchObject({ data: { reason: 'ends-before-start' } })
    const { id: acceptanceId } = await ask()
    const toId = t.colleague(['duty']).me.id
    await expect(t.client.acceptances.assign({ acceptanceId, studentId, toId })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

it('a request is corrected, thrown away and taken out again, and what stood before is kept', async () => {
  const { id } = await ask()
  const about = { acceptanceId: id, studentId }
  await t.client.acceptances.update({ ...about, fields: { concern: '两个月来上课走神' } })
  const which = { kind: 'acceptance', recordId: id, studentId } as const
  const { states } = await t.client.revisions.of(which)
  expect(states[0]?.fields['concern']).toBe('一个月来上课走神，常说累')
  await t.client.acceptances.remove({ ...about, reason: '登记错了学生' })
  expect(await t.client.acceptances.list({ state: 'all' })).toEqual([])
  expect(await t.client.revisions.bin({ limit: 10 })).toMatchObject([{ kind: 'acceptance', title: '两个月来上课走神' }])
  await t.client.revisions.takeOut({ ...which, reason: '没有登记错' })
  expect(await t.client.acceptances.list({ state: 'open' })).toHaveLength(1)
})
