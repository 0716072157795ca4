import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { DRAFT_FORMS, type DraftForm } from '#contract/draft-forms'
import type { Subject } from '#contract/procedure'
import { placeOfDraft } from '#lib/draft-places'
import { textsIn } from '#lib/typed-texts'
import { zh } from '#lib/words/today'
import { testContext, type TestContext } from '#tests/context'
import { base64, png, pngText } from '#tests/core/attachments/pictures'
import { askFor } from '#tests/core/asked'
import { writeAround } from '#tests/core/around'
import { formOf, sheet } from '#tests/core/instruments/forms'
import { giving } from '#tests/giving'
import { referralFields, reviewFields, stageFields, walkIn } from '#tests/records'

const NAME = '欧阳思齐'
const FORMS = Object.keys(DRAFT_FORMS) as DraftForm[]
/** As the vault names it: for some there is one for each day or instrument. */
const keyOf = (form: DraftForm): string =>
  form === 'day-end' ? 'day-end 2026-11-20' : form === 'thresholds' ? 'thresholds phq9' : form

/** One record of every kind that a draft is kept about. */
async function oneOfEach(t: TestContext): Promise<Partial<Record<Subject, string>>> {
  const g = giving(t)
  const studentId = await g.student(NAME)
  const { id: visit, caseId } = await t.client.visits.register({
    id: randomUUID(),
    studentId,
    fields: walkIn(t.me.id),
  })
  const around = await writeAround(t, { studentId, caseId, words: '开学以来' })
  await g.mayGive('phq9')
  const test = await g.finish(await g.begin(studentId, 'phq9'), sheet(formOf('phq9'), '1 1 1 1 1 1 1 1 1'))
  const [followup] = await t.client.followups.plan({
    caseId,
    studentId,
    cause: 'first-visit',
    basis: 'agreed',
    from: '2026-11-20',
    steps: [{ id: randomUUID(), days: 1 }],
  })
  const stage = await t.client.stages.write({
    id: randomUUID(),
    caseId,
    studentId,
    stage: 1,
    fields: stageFields(),
    isFinished: false,
  })
  const review = await t.client.reviews.record({
    id: randomUUID(),
    caseId,
    studentId,
    fields: reviewFields(),
  })
  const growth = randomUUID()
  const step = { onDay: '2026-11-20', kind: 'gain', text: '会打招呼了', isShareable: true } as const
  await t.client.growth.add({ id: growth, studentId, fields: step })
  const attachment = await t.client.attachments.add({
    id: randomUUID(),
    studentId,
    about: 'student',
    aboutId: studentId,
    fields: { name: '同意书', kind: 'other', note: '' },
    content: base64(png(pngText(''))),
  })
  const crisis = await t.client.crises.open({ id: randomUUID(), studentId })
  const referral = await t.client.referrals.refer({
    id: randomUUID(),
    studentId,
    crisisId: null,
    fields: referralFields(),
  })
  const asked = await askFor(t, { studentId, words: '开学以来' })
  return {
    ...around,
    ...asked,
    student: studentId,
    case: caseId,
    visit,
    stage: stage.id,
    review: review.id,
    growth,
    assessment: test.id,
    task: test.tasks[0]!.id,
    followup: followup!.id,
    attachment: attachment.id,
    crisis: crisis.id,
    referral: referral.id,
  }
}

it('every form that keeps what is typed has a name and a place to go on, with the name of the student', async () => {
  const t = testContext()
  const ids = await oneOfEach(t)
  const expected = FORMS.flatMap((form) => {
    const subjects: readonly (Subject | '')[] = DRAFT_FORMS[form].length > 0 ? DRAFT_FORMS[form] : ['']
    return subjects.map((subject) => ({ form, subject, subjectId: subject && (ids[subject] ?? '') }))
  })
  for (const { form, subjectId } of expected)
    await t.client.drafts.save({ form: keyOf(form), subjectId, body: '{"text":"写了一半"}' })
  const lines = await t.client.drafts.list({})
  expect(lines).toHaveLength(expected.length)
  for (const { form, subject, subjectId } of expected) {
    expect(zh.drafts).toHaveProperty(form)
    const line = lines.find((one) => one.form === keyOf(form) && one.subjectId === subjectId)!
    expect([form, line.subject ?? '', line.student?.name]).toEqual([form, subject, subject === '' ? undefined : NAME])
    expect(await placeOfDraft(line, t.client), form).not.toBeNull()
  }
})

it('a correction leads back to the record that is corrected, a new entry to an empty form', async () => {
  const t = testContext()
  const { student, person, conference, contact, case: caseId } = await oneOfEach(t)
  const placeOf = async (form: DraftForm, subjectId: string) => {
    await t.client.drafts.save({ form, subjectId, body: '{}' })
    const line = (await t.client.drafts.list({})).find((one) => one.form === form && one.subjectId === subjectId)
    return placeOfDraft(line!, t.client)
  }
  expect(await placeOf('person', student!)).toEqual({ kind: 'person', studentId: student })
  expect(await placeOf('person', person!)).toMatchObject({ kind: 'person', person: { id: person } })
  expect(await placeOf('conference', caseId!)).toEqual({ kind: 'conference', studentId: student, caseId })
  expect(await placeOf('conference', conference!)).toMatchObject({ caseId, conference: { id: conference } })
  expect(await placeOf('contact-change', contact!)).toMatchObject({ studentId: student, contact: { id: contact } })
  expect(await placeOf('wait', student!)).toEqual({ kind: 'wait', studentId: student })
  const fields = { since: '2026-11-20', urgency: 'soon', wish: '周三午休', note: '', receiverId: null } as const
  const { id } = await t.client.waits.add({ id: randomUUID(), studentId: student!, fields })
  expect(await placeOf('wait', student!)).toMatchObject({ wait: { id } })
})

it('a draft of a record that is gone, or of a form nobody knows any more, still stands in the list and has no place', async () => {
  const t = testContext()
  await t.client.drafts.save({ form: 'referral', subjectId: randomUUID(), body: '{}' })
  await t.client.drafts.save({ form: 'sandbox', subjectId: '', body: '{}' })
  const lines = await t.client.drafts.list({})
  expect(lines.map(({ student }) => student)).toEqual([null, null])
  expect(await Promise.all(lines.map((line) => placeOfDraft(line, t.client)))).toEqual([null, null])
})

it('the desk sees for whom it has begun a form, and nothing of what others have begun', async () => {
  const t = testContext()
  const studentId = await giving(t).student(NAME)
  const desk = t.colleague(['duty'])
  await t.client.drafts.save({ form: 'referral', subjectId: studentId, body: '{}' })
  await desk.client.drafts.save({ form: 'visit', subjectId: studentId, body: '{}' })
  expect(await desk.client.drafts.list({})).toMatchObject([{ form: 'visit', student: { name: NAME } }])
})

it('before a draft is thrown away, what was typed is shown and what was only chosen is not', () => {
  const body = { at: '2026-11-20T16:00', kind: 'self-harm', on: '2026-11-20', from: '08:30', n: 3 }
  const typed = { ...body, text: '和妈妈吵架', lines: [{ words: 'She said no.' }], empty: '' }
  expect(textsIn(JSON.stringify(typed))).toEqual(['和妈妈吵架', 'She said no.'])
  expect(textsIn('{"id":"7f0c2c1e-52a8-4c38-9a0b-0a3f7a1c2b3d","text":"ok"}')).toEqual(['ok'])
  expect(textsIn('半行')).toEqual(['半行'])
  expect(textsIn(undefined)).toEqual([])
})

it('a form that no program ever had is listed without a place', async () => {
  const t = testContext()
  await t.client.drafts.save({ form: 'constructor', subjectId: t.me.id, body: '写了一半' })
  expect(await t.client.drafts.list({})).toMatchObject([{ form: 'constructor', subject: null, student: null }])
})
