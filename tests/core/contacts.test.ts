import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ContactFields } from '#contract/contacts'
import { testContext, type TestContext } from '#tests/context'
import { person, STAFF } from '#tests/people'
import { contactFields, walkIn } from '#tests/records'

const NAME = person('li-ruoxi').name
let t: TestContext
let studentId: string
const add = async (client = t.client): Promise<string> => {
  const id = randomUUID()
  await client.students.add({
    id,
    fields: { kind: 'roster', name: NAME, className: '初一(6)班', headTeacher: STAFF.classTeacher.name },
    guardians: [
      { name: '王芳', relation: '母亲', phone: '16000000007' },
      { name: '李国庆', relation: '爷爷', phone: '16000000008' },
    ],
  })
  return id
}
const visit = (change: Parameters<typeof walkIn>[1] = {}) =>
  t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id, change) })
const record = (
  fields: Partial<ContactFields> = {},
  about: string | null = studentId,
  answersId: string | null = null,
) => t.client.contacts.record({ id: randomUUID(), studentId: about, answersId, fields: contactFields(fields) })
const mother = (mayKnow: ('nothing' | 'comes' | 'attendance' | 'summary')[], isConfirmed = true) =>
  t.client.contacts.addPerson({
    id: randomUUID(),
    studentId,
    fields: { name: '王芳', relation: 'mother', phone: '16000000007', mayKnow, note: '' },
    isConfirmed,
  })
beforeEach(async () => {
  t = testContext()
  studentId = await add()
})

describe('those around a student', () => {
  it('are brought in from the sheet once, with nothing agreed and nothing confirmed', async () => {
    expect(await t.client.contacts.bringIn({ studentId })).toEqual({ added: 3 })
    expect(await t.client.contacts.bringIn({ studentId })).toEqual({ added: 0 })
    const { persons, known } = await t.client.contacts.persons({ studentId })
    expect(known).toEqual([])
    expect(persons.map(({ relation, mayKnow, confirmedAt }) => [relation, mayKnow, confirmedAt])).toEqual(
      expect.arrayContaining([
        ['mother', [], null],
        ['guardian', [], null],
        ['class-teacher', [], null],
      ]),
    )
  })
  it('nothing is agreed, or something: never both', async () => {
    await expect(mother(['nothing', 'comes'])).rejects.toMatchObject({ data: { field: 'fields.mayKnow' } })
  })
  it('a number that nobody has confirmed stands on no paper', async () => {
    const known = await mother(['attendance'], false)
    const phones = async () => {
      const { contactLog } = await t.client.prints.preview({ form: 'contact-log', subjectId: studentId })
      return contactLog?.persons.map(({ phone }) => phone)
    }
    expect(await phones()).toEqual([''])
    const { id: personId, studentId: about, confirmedAt: _at, confirmedBy: _by, enteredAt: _entered, ...fields } = known
    await t.client.contacts.changePerson({ personId, studentId: about, fields, isConfirmed: true })
    expect(await phones()).toEqual(['16000000007'])
    await t.client.contacts.changePerson({
      personId,
      studentId,
      fields: { ...fields, phone: '16000000009' },
      isConfirmed: false,
    })
    expect(await phones()).toEqual([''])
  })
  it('only the counselor of the case says what they may know', async () => {
    await visit()
    const other = t.colleague(['counselor'])
    const fields = { name: '王芳', relation: 'mother', phone: '', mayKnow: [], note: '' } as const
    await expect(
      other.client.contacts.addPerson({
        id: randomUUID(),
        studentId,
        fields: { ...fields, mayKnow: [] },
        isConfirmed: true,
      }),
    ).rejects.toMatchObject({ data: { reason: 'not-yours' } })
  })
  it('somebody who was taken off the list is in the bin', async () => {
    const { id: personId } = await mother(['comes'])
    await t.client.contacts.removePerson({ personId, studentId, reason: '写重了' })
    expect((await t.client.contacts.persons({ studentId })).persons).toEqual([])
    expect((await t.client.revisions.bin({ limit: 5 })).map(({ recordId }) => recordId)).toEqual([personId])
  })
})

describe('a contact with somebody who is off the list by now', () => {
  const gone = async (fields: Partial<ContactFields>) => {
    const { id: personId } = await mother(['comes'])
    const { id: contactId } = await record({ personId, summary: '谈了作息', ...fields })
    await t.client.contacts.removePerson({ personId, studentId, reason: '不再是联系人' })
    const change = (more: Partial<ContactFields>) =>
      t.client.contacts.update({ contactId, studentId, fields: contactFields({ personId, ...fields, ...more }) })
    return { contactId, personId, change }
  }
  it('can be corrected and keeps whom it was with', async () => {
    const { contactId, personId, change } = await gone({})
    await change({ summary: '谈了作息和周末' })
    expect(await t.client.contacts.get({ contactId })).toMatchObject({
      personId,
      name: '王芳',
      relation: 'mother',
      summary: '谈了作息和周末',
    })
  })
  it('what they were told then stays; more needs a ground', async () => {
    const { change } = await gone({ toldTopics: ['comes'], told: '来过两次' })
    expect(await change({ toldTopics: ['comes'], told: '来过三次' })).toMatchObject({ name: '王芳' })
    await expect(change({ toldTopics: ['comes', 'summary'], told: '来过三次' })).rejects.toMatchObject({
      data: { reason: 'beyond-agreed' },
    })
  })
  it('no new contact is put down to them', async () => {
    const { personId } = await gone({})
    await expect(record({ personId })).rejects.toMatchObject({ code: 'not-found', data: { field: 'personId' } })
  })
})

describe('telling', () => {
  it('what was agreed is told without more ado', async () => {
    const { id: personId } = await mother(['comes', 'attendance'])
    const line = await record({ personId, toldTopics: ['attendance'], told: '这周每天都到校' })
    expect(line).toMatchObject({ name: '王芳', relation: 'mother' })
  })
  it('more than was agreed needs a ground, and the ground is kept', async () => {
    const { id: personId } = await mother(['comes'])
    const more = { personId, toldTopics: ['comes', 'crisis'], told: '今天说到不想活' } as const
    await expect(record({ ...more, toldTopics: [...more.toldTopics] })).rejects.toMatchObject({
      code: 'invalid',
      data: { field: 'fields.exceptionGround', reason: 'beyond-agreed' },
    })
    await record({ ...more, toldTopics: [...more.toldTopics], exceptionGround: 'harm-self' })
    const [contact] = await t.client.contacts.listByStudent({ studentId })
    expect(contact?.exceptionGround).toBe('harm-self')
  })
  it('somebody with whom nothing is agreed is told nothing without a ground', async () => {
    await expect(record({ name: '吴老师', relation: 'class-teacher', toldTopics: ['comes'] })).rejects.toMatchObject({
      data: { reason: 'beyond-agreed' },
    })
  })
  it('words without a topic are asked what they are about', async () => {
    const { id: personId } = await mother(['summary'])
    await expect(record({ personId, told: '进步很大' })).rejects.toMatchObject({
      data: { field: 'fields.toldTopics', reason: 'no-topic' },
    })
  })
  it('the desk and a colleague write down a call and tell nothing', async () => {
    await visit()
    const told = { relation: 'mother', toldTopics: ['comes'], told: '来了' } as const
    const input = (fields: Partial<ContactFields>) => ({
      id: randomUUID(),
      studentId,
      answersId: null,
      fields: contactFields(fields),
    })
    const desk = t.colleague(['duty']).client.contacts
    await expect(desk.record(input({ ...told, toldTopics: ['comes'] }))).rejects.toMatchObject({
      data: { reason: 'desk-tells-nothing' },
    })
    expect(await desk.record(input({ summary: '请林老师回电' }))).toMatchObject({ isOpen: false, riskRank: null })
    const other = t.colleague(['counselor']).client.contacts
    await expect(other.record(input({ ...told, toldTopics: ['comes'], exceptionGround: 'law' }))).rejects.toMatchObject(
      { data: { reason: 'not-yours' } },
    )
  })
  it('nobody’s person is somebody else’s child', async () => {
    const { id: personId } = await mother(['comes'])
    await expect(record({ personId }, await add())).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('who waits for an answer', () => {
  it('is called back within a day, after a visit within a day and a half, in busy weeks sooner', async () => {
    const at = '2026-11-20T16:00'
    expect((await record({ at, awaitsReply: true })).replyDue).toBe('2026-11-21T16:00')
    expect((await record({ kind: 'after-visit', at, awaitsReply: true })).replyDue).toBe('2026-11-22T04:00')
    const rules = await t.client.contacts.rules({})
    await t.client.contacts.saveRules({ rules: { ...rules, isPeak: true } })
    expect((await record({ kind: 'after-visit', at, awaitsReply: true })).replyDue).toBe('2026-11-21T16:00')
  })
  it('a later time needs a reason', async () => {
    const later = { at: '2026-11-20T16:00', awaitsReply: true, replyDue: '2026-11-25T09:00' }
    await expect(record(later)).rejects.toMatchObject({ data: { field: 'fields.dueReason' } })
    expect((await record({ ...later, dueReason: '家长出差，约好周三' })).replyDue).toBe('2026-11-25T09:00')
  })
  it('stands on the list until a call is made; one that nobody answered does not count', async () => {
    const asked = await record({ at: '2026-11-20T06:00', direction: 'in', name: '王芳', awaitsReply: true })
    await record({ direction: 'out', outcome: 'not-reached' }, studentId, asked.id)
    expect(await t.client.contacts.due({})).toMatchObject([
      { why: 'reply', contactId: asked.id, isOverdue: true, dueAt: '2026-11-21T06:00', studentName: NAME },
    ])
    await record({ direction: 'out' }, studentId, asked.id)
    expect(await t.client.contacts.due({})).toEqual([])
  })
  it('a call about nobody is answered, passed on and given to a student when it is known whose', async () => {
    const call = await record({ awaitsReply: true, name: '一位母亲' }, null)
    expect(call).toMatchObject({ studentId: null, studentName: null })
    const other = t.colleague(['counselor'])
    await t.client.contacts.passOn({ contactId: call.id, studentId: null, toId: other.me.id })
    expect(await t.client.contacts.due({})).toEqual([])
    expect(await other.client.contacts.due({})).toMatchObject([{ contactId: call.id }])
    await other.client.contacts.assign({ contactId: call.id, studentId: null, toStudentId: studentId })
    await expect(
      other.client.contacts.settle({ contactId: call.id, studentId: await add(), at: '2026-11-21T09:00' }),
    ).rejects.toMatchObject({ data: { reason: 'wrong-student' } })
    await other.client.contacts.settle({ contactId: call.id, studentId, at: '2026-11-21T09:00' })
    expect(await other.client.contacts.due({})).toEqual([])
  })
  it('the next call is asked for on its day, with its topic, until somebody was reached', async () => {
    await record({ at: '2026-11-14T16:00', relation: 'mother', nextOn: '2026-11-21', nextTopic: '睡眠' })
    expect(await t.client.contacts.due({})).toMatchObject([{ why: 'next', topic: '睡眠', isOverdue: false }])
    expect(await t.colleague(['duty']).client.contacts.due({})).toMatchObject([{ why: 'next', topic: '' }])
    await record({ at: '2026-11-21T07:30', relation: 'mother' })
    expect(await t.client.contacts.due({})).toEqual([])
  })
  it('a call to an unknown mother does not stand for the one that was agreed with another', async () => {
    const next = { relation: 'mother', nextOn: '2026-11-21', nextTopic: '睡眠' } as const
    await record({ ...next, at: '2026-11-14T16:00', name: '王芳' }, null)
    await record({ at: '2026-11-20T16:00', relation: 'mother', name: '陈女士' }, null)
    expect(await t.client.contacts.due({})).toMatchObject([{ why: 'next', name: '王芳', topic: '睡眠' }])
    await record({ at: '2026-11-20T17:00', relation: 'mother', name: '王芳' }, null)
    expect(await t.client.contacts.due({})).toEqual([])
  })
})

describe('what the rules ask for', () => {
  it('whether somebody of concern is home, until somebody has said so', async () => {
    await t.client.risks.set({ id: randomUUID(), studentId, rank: 1, reason: '独自午餐' })
    const { id } = await visit({ arrivedAt: '2026-11-20T16:30', endedAt: '2026-11-20T17:10' })
    expect(await t.client.contacts.due({})).toMatchObject([{ why: 'arrival', visitId: id, dueAt: '2026-11-20T18:10' }])
    await record({ kind: 'arrival', at: '2026-11-20T18:00', leftAt: '2026-11-20T17:15', collectedBy: '母亲' })
    expect(await t.client.contacts.due({})).toEqual([])
  })
  it('after an evening visit of anybody; by day only where there is concern', async () => {
    await visit({ arrivedAt: '2026-11-20T12:30', endedAt: '2026-11-20T13:10' })
    expect(await t.client.contacts.due({})).toEqual([])
    await visit({ arrivedAt: '2026-11-20T18:30', endedAt: '2026-11-20T19:10' })
    expect(await t.client.contacts.due({})).toMatchObject([{ why: 'arrival', dueAt: '2026-11-20T20:10' }])
  })
  it('the first call to a parent who may know, and the three after a first session, where the school wants them', async () => {
    await mother(['summary'])
    await visit({ arrivedAt: '2026-11-20T12:30', endedAt: '2026-11-20T13:10' })
    const rules = { ...(await t.client.contacts.rules({})), asksFirstParent: true, asksFeedback: true }
    await t.client.contacts.saveRules({ rules })
    expect((await t.client.contacts.due({})).map(({ why, name }) => [why, name])).toEqual([
      ['feedback', ''],
      ['first-parent', '王芳'],
    ])
    const line = (relation: 'student' | 'class-teacher' | 'guardian', outcome: ContactFields['outcome']) => ({
      id: randomUUID(),
      relation,
      outcome,
      note: '',
    })
    await t.client.contacts.recordFeedback({
      studentId,
      at: '2026-11-20T17:00',
      lines: [line('student', 'reached'), line('class-teacher', 'not-reached'), line('guardian', 'not-permitted')],
    })
    await record({ kind: 'first-parent', relation: 'mother' })
    expect(await t.client.contacts.due({})).toEqual([])
  })
})

describe('the log of calls', () => {
  it('tells who and when; what was said is read with a line in the log', async () => {
    const line = await record({ summary: '谈了作息' })
    const list = { from: '2026-11-01', to: '2026-11-30' }
    expect(JSON.stringify(await t.client.contacts.list(list))).not.toContain('谈了作息')
    expect((await t.client.contacts.get({ contactId: line.id })).summary).toBe('谈了作息')
    const [last] = await t.client.audit.list({ before: null, limit: 1 })
    expect(last).toMatchObject({ event: 'contact.read', subjectId: line.id })
    const { items } = await t.client.students.timeline({ studentId, limit: 20 })
    expect(items.map(({ kind }) => kind)).toContain('contact')
  })
  it('sees a year only by quarters', async () => {
    await expect(t.client.contacts.list({ from: '2026-01-01', to: '2026-12-31' })).rejects.toMatchObject({
      data: { reason: 'too-long' },
    })
  })
  it('a contact written down twice is one', async () => {
    const requestId = randomUUID()
    const id = randomUUID()
    const input = { id, studentId, answersId: null, fields: contactFields(), requestId }
    await t.client.contacts.record(input)
    await t.client.contacts.record(input)
    expect(await t.client.contacts.listByStudent({ studentId })).toHaveLength(1)
  })
})
