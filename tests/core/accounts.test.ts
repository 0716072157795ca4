import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { EMPTY_NOTE } from '#contract/note-parts'
import type { Visit } from '#contract/visits'
import { accountOf } from '#core/accounts'
import { type Colleague, MORNING, testContext, type TestContext } from '#tests/context'
import { STAFF } from '#tests/people'
import { referralFields, walkIn } from '#tests/records'

let t: TestContext
let colleague: Colleague
beforeEach(() => {
  t = testContext()
  colleague = t.colleague(['counselor'])
})
type Somebody = Pick<Colleague, 'client' | 'me'>
const addStudent = async (name = '李若溪'): Promise<string> =>
  (await t.client.students.add({ id: randomUUID(), fields: { kind: 'roster', name }, guardians: [] })).id
const comes = async (to: Somebody, studentId?: string, by: Somebody = to): Promise<Visit> => {
  const fields = walkIn(to.me.id, { request: '想谈谈' })
  return by.client.visits.register({ id: randomUUID(), studentId: studentId ?? (await addStudent()), fields })
}
const writes = ({ client }: Somebody, { id: visitId, studentId }: Visit, text = '她说分组时没有人叫她') =>
  client.notes.save({ visitId, studentId, version: 0, body: { ...EMPTY_NOTE, state: text } })
const refused = (reason: string, code = 'forbidden') => ({ code, data: { reason } })
const lineOf = async ({ me }: Somebody) => (await t.client.accounts.list({})).find(({ id }) => id === me.id)
const newest = async () => (await t.client.audit.list({ before: null, limit: 1 }))[0]

describe('who works here', () => {
  it('the list says who holds open cases and who was here when', async () => {
    await comes(colleague)
    expect(await lineOf(colleague)).toMatchObject({
      roles: ['counselor'],
      openCases: 1,
      closedAt: null,
      startCode: false,
      lastSeenAt: new Date(MORNING).toISOString(),
    })
    expect(await lineOf(t)).toMatchObject({ openCases: 0 })
  })
  it('roles are given and taken by a director, each with a line in the log', async () => {
    const line = await t.client.accounts.setRoles({ accountId: colleague.me.id, roles: ['counselor', 'duty', 'duty'] })
    expect(line).toMatchObject({ roles: ['counselor', 'duty'] })
    expect(await newest()).toMatchObject({ event: 'account.roles-set', subjectId: colleague.me.id })
  })
  it('somebody is always left who may let people in', async () => {
    const mine = (roles: ('counselor' | 'director')[]) => t.client.accounts.setRoles({ accountId: t.me.id, roles })
    await expect(mine(['counselor'])).rejects.toMatchObject(refused('last-manager', 'conflict'))
    await t.client.accounts.setRoles({ accountId: colleague.me.id, roles: ['counselor', 'director'] })
    await mine(['counselor'])
  })
  it('a role that somebody takes from herself is gone at once, one that a director takes from another at her next unlock', async () => {
    const director = t.colleague(['counselor', 'director'])
    const { accounts, students } = director.client
    await accounts.setRoles({ accountId: colleague.me.id, roles: ['duty'] })
    await expect(colleague.client.students.header({ studentId: await addStudent() })).resolves.toBeTruthy()
    expect(accountOf(t.room.connection.readable, colleague.me.id).roles).toEqual(['duty'])
    await accounts.setRoles({ accountId: director.me.id, roles: ['duty'] })
    await expect(accounts.list({})).rejects.toMatchObject(refused('role'))
    await expect(students.header({ studentId: await addStudent('孙浩') })).rejects.toMatchObject(refused('role'))
  })
  it('a counselor with open cases stays one until they are handed over', async () => {
    await comes(colleague)
    const leaves = () => t.client.accounts.setRoles({ accountId: colleague.me.id, roles: ['duty'] })
    await expect(leaves()).rejects.toMatchObject(refused('open-cases', 'conflict'))
    const caseIds = (await t.client.accounts.heldCases({ accountId: colleague.me.id })).map(({ caseId }) => caseId)
    await t.client.accounts.handOver({ caseIds, toId: t.me.id, note: '转到值班' })
    expect(await leaves()).toMatchObject({ roles: ['duty'], openCases: 0 })
  })
  it('who only looks after the machine gives nobody a role that opens records, least of all herself', async () => {
    const keeper = t.colleague(['administrator'])
    const give = (accountId: string, roles: ('counselor' | 'director' | 'duty' | 'administrator')[]) =>
      keeper.client.accounts.setRoles({ accountId, roles })
    await expect(give(keeper.me.id, ['administrator', 'counselor'])).rejects.toMatchObject(refused('role'))
    await expect(give(colleague.me.id, ['duty'])).rejects.toMatchObject(refused('role'))
    expect(await give(keeper.me.id, ['administrator', 'duty'])).toMatchObject({ roles: ['administrator', 'duty'] })
  })
})

describe('somebody else’s case', () => {
  it('asks a reason for reading, holds it until midnight, and leaves both in the log', async () => {
    const visit = await comes(t)
    await writes(t, visit)
    const look = () => colleague.client.notes.get({ visitId: visit.id })
    await expect(look()).rejects.toMatchObject(refused('reason-needed'))
    const given = await colleague.client.accounts.giveReason({
      studentId: visit.studentId,
      reason: '林老师请假，代为接待',
    })
    expect(given.until).toBe('2026-11-22T00:00:00.000Z')
    expect(await look()).toMatchObject({ body: { state: '她说分组时没有人叫她' } })
    const events = (await t.client.audit.list({ before: null, limit: 2 })).map(({ event, by }) => [event, by])
    expect(events).toEqual([
      ['note.read', colleague.me.name],
      ['reading.reason-given', colleague.me.name],
    ])
    t.setTime(MORNING + 17 * 3_600_000)
    await expect(look()).rejects.toMatchObject(refused('reason-needed'))
  })
  it('a reason holds for one student and for whoever gave it', async () => {
    const [one, other] = [await comes(t), await comes(t, await addStudent('孙浩'))]
    await colleague.client.accounts.giveReason({ studentId: one.studentId, reason: '危机值班' })
    await colleague.client.visits.get({ visitId: one.id })
    await expect(colleague.client.visits.get({ visitId: other.id })).rejects.toMatchObject(refused('reason-needed'))
    const third = t.colleague(['director'])
    await expect(third.client.visits.get({ visitId: one.id })).rejects.toMatchObject(refused('reason-needed'))
  })
  it('is never written in, not with a reason and not by a director', async () => {
    const visit = await comes(colleague)
    await t.client.accounts.giveReason({ studentId: visit.studentId, reason: '抽查' })
    await expect(writes(t, visit)).rejects.toMatchObject(refused('not-yours'))
    const { caseId, studentId } = visit
    const close = { caseId, studentId, reason: 'agreed', closeNote: '结束', advice: '' } as const
    await expect(t.client.cases.close(close)).rejects.toMatchObject(refused('not-yours'))
  })
  it('a crisis is blocked for nobody', async () => {
    const { studentId } = await comes(t)
    const crisis = await colleague.client.crises.open({ id: randomUUID(), studentId })
    const about = { crisisId: crisis.id, studentId }
    await colleague.client.crises.stamp({ ...about, id: randomUUID(), step: 'accompanied', text: '', at: null })
    expect(await colleague.client.crises.get({ crisisId: crisis.id })).toMatchObject({ state: 'open' })
    expect(await colleague.client.students.header({ studentId })).toMatchObject({ openCrisisId: crisis.id })
  })
  it('who receives in her stead writes and signs that note; the case stays where it is', async () => {
    const { studentId, caseId } = await comes(t)
    const visit = await comes(colleague, studentId)
    expect(visit.caseId).toBe(caseId)
    const note = await writes(colleague, visit)
    await colleague.client.notes.sign({ visitId: visit.id, studentId, version: note.version })
    expect(await colleague.client.notes.get({ visitId: visit.id })).toMatchObject({ state: 'signed' })
    expect(await t.client.notes.get({ visitId: visit.id })).toMatchObject({ signedBy: colleague.me.name })
    await expect(colleague.client.students.timeline({ studentId, limit: 5 })).rejects.toMatchObject(
      refused('reason-needed'),
    )
  })
  it('who has the student now reads the former counselor’s file and changes nothing in it', async () => {
    const former = await comes(t)
    await writes(t, former)
    await t.client.notes.sign({ visitId: former.id, studentId: former.studentId, version: 1 })
    const { caseId, studentId } = former
    await t.client.cases.close({ caseId, studentId, reason: 'agreed', closeNote: '结束', advice: '' })
    const visit = await comes(colleague, studentId)
    expect(visit.caseId).not.toBe(caseId)
    expect(await colleague.client.notes.previous({ visitId: visit.id })).toMatchObject({ visitId: former.id })
    const note = await colleague.client.notes.get({ visitId: former.id })
    const append = colleague.client.notes.append({ id: randomUUID(), noteId: note!.id, studentId, text: '补' })
    await expect(append).rejects.toMatchObject(refused('not-yours'))
    expect(await t.client.notes.get({ visitId: former.id })).toMatchObject({ id: note!.id })
  })
  it('a search finds one’s own notes, and others’ while a reason is in force', async () => {
    const visit = await comes(t)
    await writes(t, visit, '纸飞机')
    const find = () => colleague.client.notes.search({ text: '纸飞机', limit: 20 })
    expect(await find()).toEqual([])
    await colleague.client.accounts.giveReason({ studentId: visit.studentId, reason: '接手前了解' })
    expect(await find()).toHaveLength(1)
  })
  it('lists of referrals and of what a number counts leave it out; a director sees the lines', async () => {
    const { studentId } = await comes(t)
    await t.client.referrals.refer({ id: randomUUID(), studentId, crisisId: null, fields: referralFields() })
    const counted = {
      from: '2026-09-01',
      to: '2026-11-30',
      section: 'overview',
      key: 'visits',
      measure: 'visits',
    } as const
    const seenBy = async ({ client }: Pick<Somebody, 'client'>) => [
      (await client.referrals.list({ state: 'all' })).length,
      (await client.reports.records(counted)).length,
    ]
    expect(await seenBy(colleague)).toEqual([0, 0])
    expect(await seenBy(t.colleague(['director']))).toEqual([1, 1])
    await colleague.client.accounts.giveReason({ studentId, reason: '代班' })
    expect(await seenBy(colleague)).toEqual([1, 1])
  })
  it('today shows a colleague who comes and when, not why; a change from her leaves the why as it was', async () => {
    const visit = await comes(t)
    const [line] = await colleague.client.visits.listByDay({ day: '2026-11-21' })
    expect(line).toMatchObject({ id: visit.id, studentName: '李若溪', request: '', primaryProblem: null })
    const { id: visitId, studentId } = visit
    const fields = { place: '沙盘室', request: '', primaryProblem: null }
    expect(await colleague.client.visits.update({ visitId, studentId, fields })).toMatchObject({ request: '' })
    expect(await t.client.visits.get({ visitId })).toMatchObject({
      place: '沙盘室',
      request: '想谈谈',
      primaryProblem: 'peers',
    })
    expect(await colleague.client.visits.listUnfinished({})).toEqual([])
  })
  it('says before it is opened whose it is', async () => {
    const visit = await comes(t)
    const whose = () => colleague.client.accounts.whose({ subject: 'visit', id: visit.id })
    const { studentId } = visit
    const holder = { id: t.me.id, name: t.me.name }
    expect(await whose()).toEqual({ studentId, holder, mayRead: false, mayWrite: false })
    await colleague.client.accounts.giveReason({ studentId, reason: '代班' })
    expect(await whose()).toMatchObject({ mayRead: true, mayWrite: false })
  })
})

describe('a room of one person', () => {
  it('is never asked anything', async () => {
    const alone = testContext()
    const student = await alone.client.students.add({
      id: randomUUID(),
      fields: { kind: 'alias', name: '小舟' },
      guardians: [],
    })
    const studentId = student.id
    const visit = await alone.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(alone.me.id) })
    await writes(alone, visit)
    await alone.client.notes.sign({ visitId: visit.id, studentId, version: 1 })
    await alone.client.cases.close({ caseId: visit.caseId, studentId, reason: 'agreed', closeNote: '结束', advice: '' })
    await alone.client.students.timeline({ studentId, limit: 10 })
    await alone.client.cases.reopen({ caseId: visit.caseId, studentId, reason: '又来了' })
    expect(await alone.client.visits.get({ visitId: visit.id })).toMatchObject({ primaryProblem: 'peers' })
  })
})

describe('the desk', () => {
  it('registers for a counselor, who holds the case from then on', async () => {
    const desk = t.colleague(['duty'], STAFF.duty.name)
    const visit = await comes(colleague, undefined, desk)
    expect(visit).toMatchObject({ receiverName: colleague.me.name, request: '' })
    expect(await colleague.client.cases.get({ caseId: visit.caseId })).toMatchObject({ counselor: colleague.me.name })
    expect(await colleague.client.visits.get({ visitId: visit.id })).toMatchObject({ request: '想谈谈' })
  })
  it('opens a crisis while two counselors are away: the first who receives the student has the case', async () => {
    const desk = t.colleague(['duty'], STAFF.duty.name)
    const studentId = await addStudent()
    await desk.client.crises.open({ id: randomUUID(), studentId })
    expect((await t.client.students.header({ studentId })).holder).toMatchObject({ id: desk.me.id })
    await t.client.students.timeline({ studentId, limit: 5 })
    const visit = await comes(colleague, studentId)
    expect(await colleague.client.cases.get({ caseId: visit.caseId })).toMatchObject({ counselor: colleague.me.name })
    await expect(t.client.students.timeline({ studentId, limit: 5 })).rejects.toMatchObject(refused('reason-needed'))
  })
  it('sees no risk', async () => {
    const desk = t.colleague(['duty'], STAFF.duty.name)
    const { studentId } = await comes(t)
    await t.client.risks.set({ id: randomUUID(), studentId, rank: 2, reason: '连续两周凌晨一点后入睡' })
    expect(await desk.client.students.find({ text: '李若溪', limit: 5 })).toMatchObject([{ riskRank: null }])
    expect(await desk.client.visits.listByDay({ day: '2026-11-21' })).toMatchObject([{ riskRank: null, request: '' }])
    expect(await t.client.students.find({ text: '李若溪', limit: 5 })).toMatchObject([{ riskRank: 2 }])
  })
})

describe('handing over', () => {
  it('the file goes along, bookings and an open crisis too; where it was stays readable', async () => {
    const visit = await comes(t)
    const { studentId, caseId } = visit
    await writes(t, visit)
    const booked = walkIn(t.me.id, { arrivedAt: null, bookedFor: '2026-11-28T09:00' })
    await t.client.visits.register({ id: randomUUID(), studentId, fields: booked })
    const crisis = await t.client.crises.open({ id: randomUUID(), studentId })
    await t.client.accounts.handOver({ caseIds: [caseId], toId: colleague.me.id, note: '已约好每周六见面' })
    expect(await newest()).toMatchObject({ event: 'case.handed-over', subjectId: caseId, studentId })
    expect(await colleague.client.visits.nextBooked({ studentId })).toMatchObject({ receiverId: colleague.me.id })
    await colleague.client.crises.save({ crisisId: crisis.id, studentId, fields: { place: '教室' } })
    const { items } = await colleague.client.students.timeline({ studentId, limit: 20 })
    expect(items.find(({ what }) => what === 'handed-over')).toMatchObject({
      kind: 'case',
      by: t.me.name,
      facts: { from: t.me.name, to: colleague.me.name },
      excerpt: '已约好每周六见面',
    })
    expect(items.find(({ kind }) => kind === 'visit')).toMatchObject({ by: expect.any(String) as string })
    // She wrote it, and has given it away.
    await expect(t.client.notes.get({ visitId: visit.id })).rejects.toMatchObject(refused('reason-needed'))
    await colleague.client.notes.save({
      visitId: visit.id,
      studentId,
      version: 1,
      body: { ...EMPTY_NOTE, state: '接着谈' },
    })
  })
  it('is for own cases; a director hands over anybody’s, also back', async () => {
    const { caseId } = await comes(t)
    const mine = { caseIds: [caseId], toId: colleague.me.id, note: '请假' }
    await expect(colleague.client.accounts.handOver(mine)).rejects.toMatchObject(refused('not-yours'))
    await expect(colleague.client.accounts.heldCases({ accountId: t.me.id })).rejects.toMatchObject(refused('role'))
    await t.client.accounts.handOver(mine)
    expect(await colleague.client.accounts.heldCases({ accountId: colleague.me.id })).toMatchObject([{ caseId }])
    await t.client.accounts.handOver({ ...mine, toId: t.me.id, note: '回来了' })
    expect(await t.client.accounts.heldCases({ accountId: colleague.me.id })).toEqual([])
  })
  it('goes to a counselor who is still here, or not at all', async () => {
    const [first, second] = [await comes(t), await comes(t, await addStudent('孙浩'))]
    const director = t.colleague(['director'])
    const to = (toId: string) =>
      t.client.accounts.handOver({ caseIds: [first.caseId, second.caseId], toId, note: '请假' })
    await expect(to(director.me.id)).rejects.toMatchObject(refused('not-a-counselor', 'invalid'))
    await expect(to(randomUUID())).rejects.toMatchObject({ code: 'not-found' })
    await expect(to(t.me.id)).rejects.toMatchObject(refused('same', 'invalid'))
    expect(await t.client.accounts.heldCases({ accountId: t.me.id })).toHaveLength(2)
  })
})
