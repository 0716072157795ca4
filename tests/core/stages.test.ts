import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '#contract/calendar'
import type { StageFields } from '#contract/stages'
import { daysOfStage, stageOn } from '#core/stages/schedule'
import { MORNING, testContext, type TestContext } from '#tests/context'
import { person } from '#tests/people'
import { consentFields, stageFields, walkIn } from '#tests/records'

const NAME = person('zhou-yiming').name
const DAY = 86_400_000
/** The case is opened on 21 November. */
const OPENED = '2026-11-21'
let t: TestContext
let about: { studentId: string; caseId: string }

/** The morning so many days after the case was opened. */
const wait = (days: number) => t.setTime(MORNING + days * DAY)
const write = (fields: Partial<StageFields> = {}, isFinished = false, stage = 1) =>
  t.client.stages.write({ id: randomUUID(), ...about, stage, fields: stageFields(fields), isFinished })
const due = async () => (await t.client.stages.due({})).map(({ why, stage, dueOn }) => [why, stage, dueOn])
const mother = (mayKnow: ('comes' | 'summary' | 'help')[]) =>
  t.client.contacts.addPerson({
    id: randomUUID(),
    studentId: about.studentId,
    fields: { name: '陈女士', relation: 'mother', phone: '', mayKnow, note: '' },
    isConfirmed: true,
  })
const why = (reason: string) => ({ data: { reason } })

beforeEach(async () => {
  t = testContext()
  const studentId = randomUUID()
  await t.client.students.add({ id: studentId, fields: { kind: 'roster', name: NAME }, guardians: [] })
  const { caseId } = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
  about = { studentId, caseId }
})

describe('the weeks of a summary', () => {
  const rules = { isOn: true, draftWeeks: 3, finalWeeks: 4, repeatWeeks: null }
  it('is begun in the third week of a case and finished in the fourth', () => {
    expect(daysOfStage(rules, OPENED, 1)).toEqual({
      draftFrom: '2026-12-05',
      draftBy: '2026-12-11',
      finishFrom: '2026-12-12',
      finishBy: '2026-12-18',
    })
    expect([stageOn(rules, OPENED, '2026-12-04'), stageOn(rules, OPENED, '2026-12-05')]).toEqual([0, 1])
    expect(stageOn(rules, OPENED, '2028-01-01')).toBe(1)
  })
  it('others follow after so many weeks, if the school wishes', () => {
    const again = { ...rules, repeatWeeks: 8 }
    expect(daysOfStage(again, OPENED, 2).finishBy).toBe(addDays('2026-12-18', 56))
    expect([stageOn(again, OPENED, addDays('2026-12-05', 55)), stageOn(again, OPENED, '2027-01-30')]).toEqual([1, 2])
  })
})

it('a text is for a person of this child, also while it is a draft', async () => {
  const id = randomUUID()
  await t.client.students.add({ id, fields: { kind: 'roster', name: person('liu-yutong').name }, guardians: [] })
  const fields = { name: '刘先生', relation: 'father', phone: '', mayKnow: [], note: '' } as const
  const other = await t.client.contacts.addPerson({
    id: randomUUID(),
    studentId: id,
    fields: { ...fields, mayKnow: [] },
    isConfirmed: true,
  })
  const refused = { code: 'not-found', data: { field: 'personId' } }
  await expect(write({ personId: other.id })).rejects.toMatchObject(refused)
  await expect(write({ personId: randomUUID() })).rejects.toMatchObject(refused)
})

describe('what is due', () => {
  it('nothing for two weeks, then the draft, then the whole, and nothing once it is handed over', async () => {
    wait(13)
    expect(await due()).toEqual([])
    wait(14)
    expect(await due()).toEqual([['draft', 1, '2026-12-11']])
    wait(22)
    expect(await due()).toEqual([['finish', 1, '2026-12-18']])
    const { id: personId } = await mother(['summary'])
    const { id: stageId } = await write({ personId })
    expect(await due()).toEqual([['finish', 1, '2026-12-18']])
    await t.client.stages.change({
      stageId,
      studentId: about.studentId,
      fields: stageFields({ personId }),
      isFinished: true,
    })
    expect(await due()).toEqual([['deliver', 1, '2026-12-18']])
    const to = { personId, receiver: '', relation: null }
    await t.client.stages.deliver({
      stageId,
      studentId: about.studentId,
      on: '2026-12-13',
      way: 'in-person',
      to,
      exceptionGround: null,
    })
    expect(await due()).toEqual([])
    wait(400)
    expect(await due()).toEqual([])
  })
  it('a draft in time is asked for again only in the week it is finished in', async () => {
    wait(15)
    await write()
    expect(await due()).toEqual([])
    wait(21)
    expect(await due()).toEqual([['finish', 1, '2026-12-18']])
  })
  it('what is for the file alone is done once it is finished', async () => {
    wait(22)
    await write({ familyText: '' }, true)
    expect(await due()).toEqual([])
  })
  it('“not for this case” ends it, until one is written after all', async () => {
    wait(22)
    const skipped = await t.client.stages.skip({ id: randomUUID(), ...about, stage: 1, reason: '只来一次，不做小结' })
    expect(await due()).toEqual([])
    await t.client.stages.change({
      stageId: skipped.id,
      studentId: about.studentId,
      fields: stageFields(),
      isFinished: false,
    })
    expect(await due()).toEqual([['finish', 1, '2026-12-18']])
  })
  it('a colleague’s case, an old one and a rule that is off ask for nothing', async () => {
    wait(22)
    const colleague = t.colleague(['counselor', 'director'])
    expect(await colleague.client.stages.due({})).toEqual([])
    const rules = await t.client.stages.rules({})
    await t.client.stages.saveRules({ rules: { ...rules, isOn: false } })
    expect(await due()).toEqual([])
    await t.client.stages.saveRules({ rules })
    wait(27 + 57)
    expect(await due()).toEqual([])
  })
  it('with a rule that repeats the next one follows; nobody is asked to finish before beginning', async () => {
    const rules = { isOn: true, draftWeeks: 3, finalWeeks: 4, repeatWeeks: 8 }
    await t.client.stages.saveRules({ rules })
    await expect(t.client.stages.saveRules({ rules: { ...rules, finalWeeks: 2 } })).rejects.toMatchObject(why('before'))
    wait(22)
    await write({ familyText: '' }, true)
    wait(22 + 56)
    expect(await due()).toEqual([['finish', 2, '2027-02-12']])
  })
})

describe('the text for the family', () => {
  it('says no more than was agreed with the student, but on a ground', async () => {
    const { id: personId } = await mother(['comes'])
    await expect(write({ personId }, true)).rejects.toMatchObject(why('beyond-agreed'))
    expect((await write({ personId, toldTopics: ['comes'] }, true)).exceptionGround).toBeNull()
    const told = await write({ personId, exceptionGround: 'harm-self' }, true, 2)
    expect(told).toMatchObject({ receiver: '陈女士', relation: 'mother', exceptionGround: 'harm-self' })
  })
  it('to somebody whose name is written by hand nothing was agreed; a draft may wait for that', async () => {
    const somebody = { receiver: '陈女士', relation: 'mother' } as const
    await expect(write(somebody, true)).rejects.toMatchObject(why('beyond-agreed'))
    await expect(write({}, true)).rejects.toMatchObject(why('no-receiver'))
    await expect(write({ ...somebody, toldTopics: [] }, true)).rejects.toMatchObject(why('no-topic'))
    await expect(write({ text: ' ' }, true)).rejects.toMatchObject(why('no-text'))
    expect((await write(somebody)).state).toBe('draft')
  })
  it('a consent that declines sharing with the family stands above what was agreed before', async () => {
    const { id: personId } = await mother(['summary'])
    await t.client.consents.record({
      id: randomUUID(),
      studentId: about.studentId,
      fields: consentFields({
        kind: 'sharing',
        answer: 'declines',
        sharedWith: 'guardians',
        givenOn: OPENED,
        mode: 'spoken',
      }),
    })
    expect((await t.client.stages.ofCase({ caseId: about.caseId })).declined).toContain('mother')
    await expect(write({ personId }, true)).rejects.toMatchObject(why('beyond-agreed'))
  })
  it('is handed over after it is finished, by the rule of that day, not ahead and not without a text', async () => {
    const { id: personId } = await mother(['summary'])
    const { id: stageId } = await write({ personId })
    const { studentId } = about
    const hand = (change: object = {}) =>
      t.client.stages.deliver({
        stageId,
        studentId,
        on: OPENED,
        way: 'with-student',
        to: { personId, receiver: '', relation: null },
        exceptionGround: null,
        ...change,
      })
    await expect(hand()).rejects.toMatchObject(why('not-finished'))
    await t.client.stages.change({ stageId, studentId, fields: stageFields({ personId }), isFinished: true })
    await expect(hand({ on: '2026-11-22' })).rejects.toMatchObject(why('ahead'))
    const father = { personId: null, receiver: '陈先生', relation: 'father' }
    await expect(hand({ to: father })).rejects.toMatchObject(why('beyond-agreed'))
    expect(await hand()).toMatchObject({ state: 'delivered', deliveredWay: 'with-student', receiver: '陈女士' })
    const bare = await write({ familyText: ' \n' }, true, 2)
    await expect(hand({ stageId: bare.id })).rejects.toMatchObject(why('nothing-to-hand-over'))
  })
})

describe('a summary', () => {
  it('stands on the way of the student once it is finished; reading, writing and handing over leave a line', async () => {
    const { id } = await write()
    const kinds = async () =>
      (await t.client.students.timeline({ studentId: about.studentId, limit: 20 })).items.map(({ kind }) => kind)
    expect(await kinds()).not.toContain('stage')
    const fields = stageFields({ familyText: '' })
    await t.client.stages.change({ stageId: id, studentId: about.studentId, fields, isFinished: true })
    expect(await kinds()).toContain('stage')
    await t.client.stages.ofCase({ caseId: about.caseId })
    const events = (await t.client.audit.list({ before: null, limit: 20 })).map(({ event }) => event)
    expect(events).toEqual(expect.arrayContaining(['stage.saved', 'stage.finished', 'stage.read']))
  })
  it('is corrected with its history, and never becomes a draft again', async () => {
    const { id: stageId } = await write({ familyText: '' }, true)
    const { studentId } = about
    const change = (text: string, isFinished = true) =>
      t.client.stages.change({ stageId, studentId, fields: stageFields({ text, familyText: '' }), isFinished })
    await expect(change('改过', false)).rejects.toMatchObject(why('finished'))
    await change('改过')
    const { states } = await t.client.revisions.of({ kind: 'stage', recordId: stageId, studentId })
    expect(states.map(({ fields }) => fields['text'])).toEqual([stageFields().text])
  })
  it('one stage has one; a colleague reads it with a reason and never writes it', async () => {
    const { id: stageId } = await write()
    await expect(write()).rejects.toMatchObject(why('stage-taken'))
    const { client } = t.colleague(['counselor'])
    await expect(client.stages.ofCase({ caseId: about.caseId })).rejects.toMatchObject(why('reason-needed'))
    const change = { stageId, studentId: about.studentId, fields: stageFields(), isFinished: false }
    await expect(client.stages.change(change)).rejects.toMatchObject(why('not-yours'))
  })
  it('prints once it is finished; the next one is the one whose week it is', async () => {
    const { id } = await write({ familyText: '' })
    const paper = () => t.client.prints.preview({ form: 'stage', subjectId: id })
    await expect(paper()).rejects.toMatchObject(why('not-finished'))
    const fields = stageFields({ familyText: '' })
    await t.client.stages.change({ stageId: id, studentId: about.studentId, fields, isFinished: true })
    expect((await paper()).stage?.text).toBe(fields.text)
    expect((await t.client.stages.ofCase({ caseId: about.caseId })).next).toMatchObject({ stage: 2 })
  })
})
