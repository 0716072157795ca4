import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ConferenceFields } from '#contract/conferences'
import { testContext, type TestContext } from '#tests/context'
import { person } from '#tests/people'
import { conferenceFields, walkIn } from '#tests/records'

const NAME = person('zhou-yiming').name
let t: TestContext
let about: { studentId: string; caseId: string }
const record = (fields: Partial<ConferenceFields> = {}) =>
  t.client.conferences.record({ id: randomUUID(), ...about, fields: conferenceFields(fields) })
beforeEach(async () => {
  t = testContext()
  const studentId = randomUUID()
  await t.client.students.add({ id: studentId, fields: { kind: 'roster', name: NAME }, guardians: [] })
  const { caseId } = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
  about = { studentId, caseId }
})

describe('a talk about a student', () => {
  it('stands in the case and on the way of the student; reading it leaves a line in the log', async () => {
    const { id, no } = await record()
    expect(no).toBe('H2026秋-001')
    expect((await t.client.conferences.listByCase({ caseId: about.caseId })).map((one) => one.id)).toEqual([id])
    expect((await t.client.audit.list({ before: null, limit: 1 }))[0]?.event).toBe('conference.read')
    const { items } = await t.client.students.timeline({ studentId: about.studentId, limit: 20 })
    expect(items.find(({ kind }) => kind === 'conference')).toMatchObject({ no, what: 'parents' })
  })
  it('the parents’ copy holds nothing that is for the file alone; the copy for the file does', async () => {
    const { id } = await record({ inside: '父亲要求看记录，已说明保密' })
    const paper = async (form: 'conference' | 'conference-parents') =>
      JSON.stringify((await t.client.prints.preview({ form, subjectId: id })).conference)
    expect(await paper('conference')).toContain('父亲要求看记录')
    expect(await paper('conference-parents')).not.toContain('父亲要求看记录')
  })
  it('colleagues speak of a number: the sheet of a discussion holds no name', async () => {
    const { id, caseNo } = await record({
      kind: 'discussion',
      aims: `${NAME}三周没来`,
      course: `与${NAME}的母亲谈过`,
      inside: NAME,
      attendees: [{ name: '赵主任', role: '主持' }],
    })
    const model = await t.client.prints.preview({ form: 'conference', subjectId: id })
    expect(JSON.stringify(model)).not.toContain(NAME)
    expect(model.conference).toMatchObject({ aims: `${caseNo}三周没来`, inside: '' })
    expect(model.student).toBeNull()
    await expect(t.client.prints.preview({ form: 'conference-parents', subjectId: id })).rejects.toMatchObject({
      data: { reason: 'not-for-parents' },
    })
  })
  it('is written and corrected by the counselor of the case alone', async () => {
    const { id } = await record()
    const other = t.colleague(['counselor']).client.conferences
    const change = { conferenceId: id, studentId: about.studentId, fields: conferenceFields({ place: '会议室' }) }
    await expect(other.update(change)).rejects.toMatchObject({ data: { reason: 'not-yours' } })
    expect((await t.client.conferences.update(change)).place).toBe('会议室')
    await t.client.conferences.remove({ conferenceId: id, studentId: about.studentId, reason: '写错了人' })
    expect(await t.client.conferences.listByCase({ caseId: about.caseId })).toEqual([])
  })
})
