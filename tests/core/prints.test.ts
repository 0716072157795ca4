import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { EMPTY_NOTE } from '#contract/note-parts'
import { person } from '#tests/people'
import { MORNING, testContext, type TestContext } from '#tests/context'
import { consentFields, walkIn } from '#tests/records'

const MINUTE = 60_000
const NAME = person('su-jie').name

const addStudent = async ({ client }: TestContext) => {
  const id = randomUUID()
  await client.students.add({
    id,
    fields: { kind: 'roster', name: NAME, sex: 'female', phone: '16000000001', address: '云杉路 1 号' },
    guardians: [{ name: '母亲', relation: '母亲', phone: '16000000002' }],
  })
  return id
}
const addVisit = async ({ client, me }: TestContext, studentId: string) =>
  await client.visits.register({ id: randomUUID(), studentId, fields: walkIn(me.id) })

describe('prints', () => {
  it('a visit record holds the visit, its note, its case and nobody’s phone or address', async () => {
    const t = testContext()
    const studentId = await addStudent(t)
    const visit = await addVisit(t, studentId)
    await t.client.notes.save({ visitId: visit.id, studentId, version: 0, body: { ...EMPTY_NOTE, state: '平静' } })
    const model = await t.client.prints.preview({ form: 'visit-record', subjectId: visit.id })
    expect(model).toMatchObject({
      visit: { no: visit.no },
      note: { body: { state: '平静' } },
      case: { id: visit.caseId },
    })
    expect(JSON.stringify(model)).not.toMatch(/160000|云杉路/)
  })
  it('a signed record keeps the level that held when it was signed', async () => {
    const t = testContext()
    const studentId = await addStudent(t)
    const visit = await addVisit(t, studentId)
    await t.client.risks.set({ id: randomUUID(), studentId, rank: 1, reason: '独自午餐' })
    t.setTime(MORNING + MINUTE)
    await t.client.notes.save({ visitId: visit.id, studentId, version: 0, body: { ...EMPTY_NOTE, state: '平静' } })
    await t.client.notes.sign({ visitId: visit.id, studentId, version: 1 })
    t.setTime(MORNING + 2 * MINUTE)
    await t.client.risks.set({ id: randomUUID(), studentId, rank: 3, reason: '后来的变化' })
    const model = await t.client.prints.preview({ form: 'visit-record', subjectId: visit.id })
    expect(model.risk?.rank).toBe(1)
  })
  it('looking at a paper and printing it each leave a line in the log', async () => {
    const t = testContext()
    const visit = await addVisit(t, await addStudent(t))
    await t.client.prints.preview({ form: 'visit-record', subjectId: visit.id })
    await t.client.prints.record({ form: 'visit-record', subjectId: visit.id, pages: 1 })
    const log = await t.client.audit.list({ before: null, limit: 2 })
    expect(log.map(({ event, subjectId }) => [event, subjectId])).toEqual([
      ['print.printed', visit.id],
      ['print.previewed', visit.id],
    ])
  })
  it('a notice shows the text of the school and every consent', async () => {
    const t = testContext()
    const studentId = await addStudent(t)
    await t.client.consents.record({
      id: randomUUID(),
      studentId,
      fields: consentFields({ kind: 'recording', signerName: NAME }),
    })
    const model = await t.client.prints.preview({ form: 'notice', subjectId: studentId })
    expect(model.consents).toHaveLength(1)
    expect(model.noticeText).not.toBe('')
  })
  it('a paper to be signed names the number of a case and nothing of how it went', async () => {
    const t = testContext()
    const studentId = await addStudent(t)
    const visit = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    await t.client.notes.save({ visitId: visit.id, studentId, version: 0, body: { ...EMPTY_NOTE, state: '平静' } })
    await t.client.notes.sign({ visitId: visit.id, studentId, version: 1 })
    const about = { caseId: visit.caseId, studentId }
    const { no } = await t.client.cases.close({ ...about, reason: 'goal-reached', closeNote: '鹬蚌', advice: '鹬蚌' })
    const other = t.colleague(['counselor'])
    for (const form of ['notice', 'confidentiality', 'work-agreement', 'recording-consent'] as const) {
      const model = await other.client.prints.preview({ form, subjectId: studentId })
      expect(model.case?.no).toBe(no)
      expect(JSON.stringify(model)).not.toContain('鹬蚌')
    }
  })
  it('a crisis report holds its stamped steps', async () => {
    const t = testContext()
    const studentId = await addStudent(t)
    const crisis = await t.client.crises.open({ id: randomUUID(), studentId })
    await t.client.crises.stamp({
      id: randomUUID(),
      crisisId: crisis.id,
      studentId,
      step: 'accompanied',
      text: '',
      at: null,
    })
    const model = await t.client.prints.preview({ form: 'crisis-report', subjectId: crisis.id })
    expect(model.crisis?.entries.some(({ step }) => step === 'accompanied')).toBe(true)
  })
  it('a term is named by its two dates', async () => {
    const t = testContext()
    const model = await t.client.prints.preview({ form: 'termly-report', subjectId: '2026-09-01|2027-01-20' })
    expect(model.report).toMatchObject({ from: '2026-09-01', to: '2027-01-20' })
    await expect(t.client.prints.preview({ form: 'termly-report', subjectId: '2026-09-01' })).rejects.toMatchObject({
      code: 'invalid',
    })
  })
  it('a paper of nothing is not found, neither to look at nor to print', async () => {
    const t = testContext()
    const subjectId = randomUUID()
    await expect(t.client.prints.preview({ form: 'referral', subjectId })).rejects.toMatchObject({ code: 'not-found' })
    await expect(t.client.prints.record({ form: 'referral', subjectId, pages: 1 })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
  it('who only keeps the door may not see papers', async () => {
    const t = testContext()
    const visit = await addVisit(t, await addStudent(t))
    t.become({ roles: ['duty'] })
    await expect(t.client.prints.preview({ form: 'visit-record', subjectId: visit.id })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
  it('the log takes the period of a printed report and no other words', async () => {
    const t = testContext()
    await t.client.prints.record({ form: 'termly-report', subjectId: '2026-09-01|2027-01-22', pages: 3 })
    const [row] = await t.client.audit.list({ before: null, limit: 1 })
    expect(row).toMatchObject({ event: 'print.printed', subjectId: '2026-09-01|2027-01-22', studentId: null })
    await expect(
      t.client.prints.record({ form: 'termly-report', subjectId: `${NAME}|2027-01-22`, pages: 3 }),
    ).rejects.toMatchObject({ code: 'invalid', data: { reason: 'period' } })
  })
})
