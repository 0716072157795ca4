import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { EMPTY_NOTE } from '#contract/note-parts'
import { type Colleague, testContext, type TestContext } from '#tests/context'
import { walkIn } from '#tests/records'

const WORDS = '她在走廊里等了一节课'
let t: TestContext
let supervisor: Colleague
let caseId: string
let studentId: string
beforeEach(async () => {
  t = testContext()
  supervisor = t.colleague(['supervisor'])
  const student = await t.client.students.add({
    id: randomUUID(),
    fields: {
      kind: 'roster',
      name: '迪丽努尔·艾合买提',
      sex: 'female',
      birthDate: '2011-12-01',
      studentNo: '20230901',
      nationalNo: 'G420106201112010000',
      grade: '九年级',
      className: '九(6)班',
      phone: '16100000000',
    },
    guardians: [{ name: '艾合买提', relation: '父亲', phone: '16100000001' }],
  })
  studentId = student.id
  const fields = walkIn(t.me.id, {
    request: WORDS,
    otherProblems: ['sleep'],
    arrivedAt: '2026-11-20T09:00',
    endedAt: '2026-11-20T09:50',
  })
  const visit = await t.client.visits.register({ id: randomUUID(), studentId, fields })
  caseId = visit.caseId
  await t.client.notes.save({ visitId: visit.id, studentId, version: 0, body: { ...EMPTY_NOTE, state: WORDS } })
  await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id, { channel: 'phone' }) })
  await t.client.visits.register({
    id: randomUUID(),
    studentId,
    fields: walkIn(t.me.id, { arrivedAt: null, bookedFor: '2026-11-28T09:00' }),
  })
  await t.client.risks.set({ id: randomUUID(), studentId, rank: 2, reason: WORDS })
})
const all = { state: 'all', offset: 0, limit: 50 } as const

describe('supervision', () => {
  it('sees a case as a number, a grade, an age and what was worked on', async () => {
    const { total, rows } = await supervisor.client.supervision.cases(all)
    const line = {
      id: caseId,
      no: '2026秋-001',
      state: 'open',
      grade: '九年级',
      sex: 'female',
      age: 14,
      areas: ['relations', 'body'],
      riskRank: 2,
      visits: 2,
      firstOn: '2026-11-20',
      lastOn: '2026-11-21',
    }
    expect([total, rows]).toEqual([1, [line]])
    const one = await supervisor.client.supervision.case({ caseId })
    expect(one.case).toEqual(line)
    expect(one.visits).toEqual([
      { ordinal: 1, on: '2026-11-20', channel: 'in-person', minutes: 50, problems: ['peers', 'sleep'] },
      { ordinal: 2, on: '2026-11-21', channel: 'phone', minutes: null, problems: ['peers'] },
    ])
  })
  it('no name, number, class, phone or word of anybody is in it', async () => {
    const answers = JSON.stringify([
      await supervisor.client.supervision.cases(all),
      await supervisor.client.supervision.case({ caseId }),
      await supervisor.client.reports.termly({ from: '2026-09-01', to: '2026-11-30' }),
    ])
    for (const told of [
      '迪丽努尔',
      '艾合买提',
      '20230901',
      'G420106',
      '(6)',
      '1610000',
      studentId,
      WORDS.slice(0, 4),
      t.me.name,
    ])
      expect([told, answers.includes(told)]).toEqual([told, false])
  })
  it('each look leaves a line in the log', async () => {
    await supervisor.client.supervision.cases(all)
    await supervisor.client.supervision.case({ caseId })
    const rows = await t.client.audit.list({ before: null, limit: 2 })
    expect(rows).toMatchObject([
      { event: 'supervision.read', by: supervisor.me.name, subjectId: caseId, studentId },
      { event: 'supervision.read', by: supervisor.me.name, subjectId: null },
    ])
  })
  it('lists open and closed cases apart', async () => {
    const counted = async (state: 'open' | 'closed') =>
      (await supervisor.client.supervision.cases({ ...all, state })).total
    expect([await counted('open'), await counted('closed')]).toEqual([1, 0])
  })
  it('reads numbers of a term; not the records behind them, and no file', async () => {
    const period = { from: '2026-09-01', to: '2026-11-30' }
    const records = { ...period, section: 'overview', key: 'visits', measure: 'visits' } as const
    await expect(supervisor.client.reports.records(records)).rejects.toMatchObject({ code: 'forbidden' })
    const file = { ...period, format: 'xlsx', language: 'zh', hideBelow: 3 } as const
    await expect(supervisor.client.reports.export(file)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
