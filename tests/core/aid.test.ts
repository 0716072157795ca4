import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { AidFields } from '#contract/aid'
import { testContext, type TestContext } from '#tests/context'
import { person } from '#tests/people'
import { aidFields, walkIn } from '#tests/records'

const NAME = person('qiu-yifan').name
let t: TestContext
let studentId: string
const refer = (change: Partial<AidFields> = {}) =>
  t.client.aid.refer({ id: randomUUID(), studentId, fields: aidFields(change) })
const reasonOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: { data?: { reason?: string } }) => error.data?.reason,
  )
const headerOf = async (of: Pick<TestContext, 'client'>) => (await of.client.students.header({ studentId })).hardSince
const lastEvent = async () => (await t.client.audit.list({ before: null, limit: 1 }))[0]?.event

beforeEach(async () => {
  t = testContext()
  studentId = randomUUID()
  await t.client.students.add({
    id: studentId,
    fields: { kind: 'roster', name: NAME, className: '八(2)班', studentNo: '20250218' },
    guardians: [],
  })
  await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
})

describe('hard times at home', () => {
  it('stand on the student’s page until they are ended, and can be marked again', async () => {
    expect(await headerOf(t)).toBeNull()
    await t.client.aid.mark({ studentId, fields: { since: '2026-10-08', note: '父亲住院' } })
    expect(await lastEvent()).toBe('aid.marked')
    expect(await headerOf(t)).toBe('2026-10-08')
    expect(await reasonOf(t.client.aid.endMark({ studentId, endedOn: '2026-10-07' }))).toBe('before-since')
    await t.client.aid.endMark({ studentId, endedOn: '2026-11-20' })
    expect(await headerOf(t)).toBeNull()
    expect(await reasonOf(t.client.aid.endMark({ studentId, endedOn: '2026-11-20' }))).toBe('not-marked')
    await t.client.aid.mark({ studentId, fields: { since: '2026-11-21', note: '' } })
    expect(await headerOf(t)).toBe('2026-11-21')
  })
  it('are seen by nobody who may not read the file: not the mark, not a word of it', async () => {
    await t.client.aid.mark({ studentId, fields: { since: '2026-10-08', note: '父亲住院' } })
    for (const role of ['counselor', 'director'] as const) {
      const other = t.colleague([role])
      expect(await headerOf(other)).toBeNull()
      expect(await reasonOf(other.client.aid.ofStudent({ studentId }))).toBe('reason-needed')
      await other.client.accounts.giveReason({ studentId, reason: '接手前了解情况' })
      expect(await headerOf(other)).toBe('2026-10-08')
      expect((await other.client.aid.ofStudent({ studentId })).hardship?.note).toBe('父亲住院')
      expect(await reasonOf(other.client.aid.endMark({ studentId, endedOn: '2026-11-21' }))).toBe(
        role === 'director' ? 'role' : 'not-yours',
      )
    }
    for (const role of ['duty', 'supervisor', 'administrator'] as const) {
      const { client } = t.colleague([role])
      await expect(client.aid.ofStudent({ studentId })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(client.aid.due({})).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
  it('are on no growth record, on no list of students and in no report', async () => {
    await t.client.aid.mark({ studentId, fields: { since: '2026-10-08', note: '父亲住院' } })
    const page = { text: '', grade: null, className: null, known: false, offset: 0, limit: 50 }
    const answers = [
      await t.client.growth.listByStudent({ studentId }),
      await t.client.students.list(page),
      await t.client.students.find({ text: NAME, limit: 5 }),
      await t.client.cases.list({ state: 'open', offset: 0, limit: 50 }),
      await t.client.reports.termly({ from: '2026-09-01', to: '2027-01-22' }),
      await t.client.students.timeline({ studentId, limit: 50 }),
      await t.client.prints.preview({ form: 'growth', subjectId: studentId }),
    ]
    expect(JSON.stringify(answers)).not.toMatch(/父亲住院|2026-10-08/u)
  })
  it('keep what stood there before, and it can be brought back', async () => {
    await t.client.aid.mark({ studentId, fields: { since: '2026-10-08', note: '父亲住院' } })
    await t.client.aid.mark({ studentId, fields: { since: '2026-10-08', note: '父亲已出院' } })
    const which = { kind: 'hardship', recordId: studentId, studentId } as const
    const { states } = await t.client.revisions.of(which)
    expect(states.map(({ fields }) => fields['note'])).toEqual(['父亲住院'])
    await t.client.revisions.restore({ ...which, seq: states[0]!.seq, reason: '改错了' })
    expect((await t.client.aid.ofStudent({ studentId })).hardship?.note).toBe('父亲住院')
  })
})

describe('a referral for aid', () => {
  it('has a number, a day for the answer by the school’s rule, and stands on the student’s way', async () => {
    const { id, no, answerDue, state } = await refer()
    expect([no, answerDue, state]).toEqual(['J2026秋-001', '2026-11-02', 'sent'])
    expect(await lastEvent()).toBe('aid.referred')
    const rules = await t.client.aid.rules({})
    expect(rules.answerDays).toBe(14)
    expect(rules.offices).toContain('学生资助办')
    await t.client.aid.saveRules({ rules: { answerDays: 7, offices: ['年级组', '年级组'] } })
    expect((await t.client.aid.rules({})).offices).toEqual(['年级组'])
    expect((await refer()).answerDue).toBe('2026-10-26')
    expect((await refer({ answerDue: '2026-10-20' })).answerDue).toBe('2026-10-20')
    const { items } = await t.client.students.timeline({ studentId, limit: 20 })
    expect(items.find((item) => item.id === id)).toMatchObject({
      kind: 'aid',
      what: 'sent',
      facts: { office: '学生资助办' },
    })
    expect((await t.client.aid.ofStudent({ studentId })).referrals).toHaveLength(3)
  })
  it('tells nobody anything without agreement or a ground, and never nothing', async () => {
    expect(await reasonOf(refer({ agreedBy: [] }))).toBe('no-agreement')
    expect(await reasonOf(refer({ told: '  ' }))).toBe('nothing-told')
    expect(await reasonOf(refer({ answerDue: '2026-10-18' }))).toBe('due-before')
    expect((await refer({ agreedBy: [], exceptionGround: 'abuse' })).exceptionGround).toBe('abuse')
    const both = await refer({ agreedBy: ['guardian', 'guardian'], exceptionGround: 'law' })
    expect([both.agreedBy, both.exceptionGround]).toEqual([['guardian'], null])
  })
  it('waits on Today once its day is past, until the office answers or it is withdrawn', async () => {
    const { id: aidId } = await refer({ answerDue: '2026-11-20' })
    const { id: later } = await refer({ answerDue: '2026-11-21' })
    const due = async () => (await t.client.aid.due({})).map(({ id }) => id)
    expect(await due()).toEqual([aidId])
    expect(JSON.stringify(await t.client.aid.due({}))).not.toMatch(/父亲病后|临时困难补助的办法/u)
    const answer = { state: 'waiting', answeredOn: '2026-11-21', outcome: '还在核对', answerDue: null } as const
    expect((await t.client.aid.answer({ aidId, studentId, fields: answer })).answerDue).toBe('2026-12-05')
    expect(await due()).toEqual([])
    t.setTime(Date.parse('2026-12-06T04:00:00Z'))
    expect(await due()).toEqual([later, aidId])
    const granted = { ...answer, state: 'granted', answeredOn: '2026-12-06' } as const
    expect((await t.client.aid.answer({ aidId, studentId, fields: granted })).state).toBe('granted')
    await t.client.aid.withdraw({ aidId: later, studentId, reason: '家里已另有办法' })
    expect(await due()).toEqual([])
    expect(await reasonOf(t.client.aid.answer({ aidId: later, studentId, fields: granted }))).toBe('withdrawn')
  })
  it('is due for nobody who may not read the file', async () => {
    await refer({ answerDue: '2026-11-20' })
    const other = t.colleague(['counselor'])
    expect(await other.client.aid.due({})).toEqual([])
    await other.client.accounts.giveReason({ studentId, reason: '代班' })
    expect(await other.client.aid.due({})).toHaveLength(1)
  })
  it('prints what the office is told and nothing else of the file', async () => {
    const { id } = await refer()
    await t.client.aid.mark({ studentId, fields: { since: '2026-10-08', note: '父亲住院' } })
    const model = await t.client.prints.preview({ form: 'aid-slip', subjectId: id })
    expect(model.aidSlip).toMatchObject({ studentName: NAME, className: '八(2)班', office: '学生资助办' })
    expect(model.aidSlip?.told).toContain('临时困难补助')
    expect(model.student).toBeNull()
    expect(JSON.stringify(model)).not.toMatch(/父亲病后|父亲住院/u)
    const other = t.colleague(['director']).client
    expect(await reasonOf(other.prints.preview({ form: 'aid-slip', subjectId: id }))).toBe('reason-needed')
  })
  it('is corrected with its history, thrown away and taken out again', async () => {
    const { id: aidId } = await refer()
    await t.client.aid.update({ aidId, studentId, fields: aidFields({ office: '年级组' }) })
    const which = { kind: 'aid', recordId: aidId, studentId } as const
    const { states } = await t.client.revisions.of(which)
    expect(states.map(({ fields }) => fields['office'])).toEqual(['学生资助办'])
    await t.client.aid.remove({ aidId, studentId, reason: '写错了人' })
    expect((await t.client.aid.ofStudent({ studentId })).referrals).toEqual([])
    expect((await t.client.revisions.bin({ limit: 10 })).map(({ title }) => title)).toEqual(['年级组'])
    await t.client.revisions.takeOut({ ...which, reason: '没写错' })
    expect((await t.client.aid.ofStudent({ studentId })).referrals).toHaveLength(1)
  })
})
