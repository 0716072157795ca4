import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ConsentFields, ConsentLine } from '#contract/consents'
import { MORNING, testContext, type TestContext } from '#tests/context'
import { person } from '#tests/people'
import { consentFields, walkIn } from '#tests/records'

const DAY = 86_400_000

const pupil = async (t: TestContext, birthDate: string | null = '2010-03-01') => {
  const { id } = await t.client.students.add({
    id: randomUUID(),
    fields: { kind: 'roster', name: person('chen-siyuan').name, birthDate },
    guardians: [],
  })
  const say = (kind: ConsentFields['kind'], signer: ConsentFields['signer'], more: Partial<ConsentFields> = {}) =>
    t.client.consents.record({
      id: randomUUID(),
      studentId: id,
      fields: consentFields({ kind, signer, signerName: signer, ...more }),
    })
  const line = async (purpose: ConsentLine['purpose'], sharedWith: ConsentLine['sharedWith'] = null) =>
    (await t.client.consents.state({ studentId: id })).find(
      (one) => one.purpose === purpose && one.sharedWith === sharedWith,
    )!
  const header = () => t.client.students.header({ studentId: id })
  return { id, say, line, header }
}

describe('how it stands with every purpose', () => {
  it('nothing was said yet: the notice and the consent to counseling are needed and missing', async () => {
    const { line } = await pupil(testContext())
    expect(await line('notice')).toMatchObject({ needed: true, missing: true, expired: false, conflict: false })
    expect(await line('counseling')).toMatchObject({ needed: true, missing: true, lacksGuardian: false })
    expect(await line('recording')).toMatchObject({ needed: false, missing: true })
  })
  it('at fourteen the student’s own word is enough; a day younger a guardian is missing', async () => {
    const t = testContext()
    const old = await pupil(t, '2012-11-21')
    await old.say('counseling', 'student')
    expect(await old.line('counseling')).toMatchObject({ missing: false, lacksGuardian: false })
    const young = await pupil(t, '2012-11-22')
    await young.say('counseling', 'student')
    expect(await young.line('counseling')).toMatchObject({ missing: true, lacksGuardian: true })
    await young.say('counseling', 'mother')
    expect(await young.line('counseling')).toMatchObject({ missing: false, lacksGuardian: false })
    await young.say('notice', 'student')
    expect(await young.line('notice')).toMatchObject({ missing: false })
  })
  it('the school chooses the age, and what has to be there', async () => {
    const t = testContext()
    const { line } = await pupil(t, '2012-11-21')
    const { rules } = await t.client.consents.rules({})
    await t.client.consents.saveRules({ rules: { ...rules, guardianUnder: 18, needed: ['confidentiality'] } })
    expect(await line('counseling')).toMatchObject({ needed: false, lacksGuardian: true })
    expect(await line('confidentiality')).toMatchObject({ needed: true, lacksGuardian: false })
  })
  it('one guardian agrees, the other declines: it is called a conflict, and stands in the student’s header', async () => {
    const { say, line, header } = await pupil(testContext())
    await say('recording', 'mother')
    await say('recording', 'student', { answer: 'declines' })
    expect((await header()).consentConflicts).toEqual([])
    await say('recording', 'father', { answer: 'declines' })
    expect(await line('recording')).toMatchObject({ conflict: true })
    expect((await header()).consentConflicts).toEqual(['recording'])
    await say('recording', 'father')
    expect(await line('recording')).toMatchObject({ conflict: false })
  })
  it('two other guardians are two people, the same one twice is one', async () => {
    const { say, line } = await pupil(testContext())
    await say('testing', 'guardian', { signerName: '祖母', relation: '祖母' })
    await say('testing', 'guardian', { signerName: '姑姑', relation: '姑姑', answer: 'declines' })
    expect(await line('testing')).toMatchObject({ conflict: true })
    await say('testing', 'guardian', { signerName: '祖母', relation: '祖母', answer: 'declines' })
    expect(await line('testing')).toMatchObject({ conflict: false, givenBy: [] })
  })
  it('sharing is asked for each with whom by itself', async () => {
    const { say, line } = await pupil(testContext())
    await say('sharing', 'mother', { sharedWith: 'hospital' })
    await say('sharing', 'father', { sharedWith: 'class-teacher', answer: 'declines' })
    expect(await line('sharing', 'hospital')).toMatchObject({ missing: false, conflict: false })
    expect(await line('sharing', 'class-teacher')).toMatchObject({ missing: true, conflict: false })
  })
  it('a student who declines is heard, whoever else agrees', async () => {
    const { say, line } = await pupil(testContext())
    await say('counseling', 'mother')
    await say('counseling', 'student', { answer: 'declines' })
    expect(await line('counseling')).toMatchObject({ missing: true })
  })
})

describe('how long a consent holds', () => {
  it('to the end of the school year unless the school or the paper says otherwise; the notice holds on', async () => {
    const t = testContext()
    const { say } = await pupil(t)
    expect((await say('counseling', 'student')).validUntil).toBe('2027-08-31')
    expect((await say('counseling', 'student', { givenOn: '2026-08-31' })).validUntil).toBe('2026-08-31')
    expect((await say('counseling', 'student', { validUntil: '2026-12-31' })).validUntil).toBe('2026-12-31')
    expect((await say('counseling', 'student', { validUntil: null })).validUntil).toBeNull()
    expect((await say('notice', 'student')).validUntil).toBeNull()
    const { rules, endOfTerm } = await t.client.consents.rules({})
    await t.client.consents.saveRules({ rules: { ...rules, validFor: 'term' } })
    expect((await say('counseling', 'student')).validUntil).toBe(endOfTerm)
    await t.client.consents.saveRules({ rules: { ...rules, validFor: 'always' } })
    expect((await say('counseling', 'student')).validUntil).toBeNull()
  })
  it('two weeks before its end it is said to end soon, on its last day it holds, the day after it is over', async () => {
    const t = testContext()
    const { say, line, header } = await pupil(t)
    await say('counseling', 'student', { validUntil: '2026-12-10' })
    expect(await line('counseling')).toMatchObject({ endsSoonOn: null, missing: false })
    t.setTime(MORNING + 5 * DAY)
    expect(await line('counseling')).toMatchObject({ endsSoonOn: '2026-12-10' })
    t.setTime(MORNING + 19 * DAY)
    expect(await line('counseling')).toMatchObject({ missing: false, expired: false })
    t.setTime(MORNING + 20 * DAY)
    expect(await line('counseling')).toMatchObject({ missing: true, expired: true })
    expect(await header()).toMatchObject({ consents: [], consentsOver: ['counseling'] })
  })
  it('a test for somebody under fourteen wants a guardian’s consent that is not over', async () => {
    const t = testContext()
    const { id, say } = await pupil(t, '2014-01-01')
    const blocks = async () =>
      (await t.client.assessments.choices({ studentId: id })).some(({ blocks: all }) =>
        all.includes('consent-under-14'),
      )
    await say('testing', 'mother', { validUntil: '2026-11-25' })
    expect(await blocks()).toBe(false)
    t.setTime(MORNING + 5 * DAY)
    expect(await blocks()).toBe(true)
  })
  it('an end before its beginning is refused', async () => {
    const { say } = await pupil(testContext())
    await expect(say('testing', 'mother', { validUntil: '2026-11-20' })).rejects.toMatchObject({
      code: 'invalid',
      data: { field: 'fields.validUntil', reason: 'ends-before-start' },
    })
  })
})

it('who withdraws says why, once; what she said before does not come back', async () => {
  const t = testContext()
  const { id, say, line } = await pupil(t)
  await say('counseling', 'mother', { givenOn: '2026-10-01' })
  const { id: consentId } = await say('counseling', 'mother')
  const withdraw = () =>
    t.client.consents.withdraw({ consentId, studentId: id, on: '2026-11-21', reason: '想先在家观察' })
  expect(await withdraw()).toMatchObject({ withdrawnOn: '2026-11-21', withdrawnReason: '想先在家观察' })
  expect(await line('counseling')).toMatchObject({ missing: true, expired: false, givenBy: [] })
  await expect(withdraw()).rejects.toMatchObject({ data: { reason: 'already-withdrawn' } })
})

it('a crisis is opened without any consent, and against every one that was declined', async () => {
  const t = testContext()
  const { id, say } = await pupil(t, '2014-01-01')
  await say('counseling', 'mother', { answer: 'declines' })
  expect(await t.client.crises.open({ id: randomUUID(), studentId: id })).toMatchObject({ state: 'open' })
})

it('the papers have a text from the start, and what the school writes takes its place', async () => {
  const t = testContext()
  const before = (await t.client.consents.rules({})).texts
  expect(before.confidentiality.text).toContain('保密的例外')
  await t.client.consents.saveTexts({ texts: { recording: { text: '我校的录音说明', version: '2026-2' } } })
  const { texts } = await t.client.consents.rules({})
  expect(texts).toEqual({ ...before, recording: { text: '我校的录音说明', version: '2026-2' } })
})

describe('the notice on the day’s list and in the calendar', () => {
  it('one whose time is over does not count on a later day; a crisis is opened all the same', async () => {
    const t = testContext()
    const { id: studentId, say } = await pupil(t)
    await say('notice', 'student', { validUntil: '2026-11-24' })
    const on = (bookedFor: string) =>
      t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id, { arrivedAt: null, bookedFor }) })
    await on('2026-11-24T10:00')
    await on('2026-11-25T10:00')
    const given = async (day: string) => [
      (await t.client.visits.listByDay({ day }))[0]?.noticeGiven,
      (await t.client.appointments.list({ from: day, to: day }))[0]?.noticeGiven,
    ]
    expect(await given('2026-11-24')).toEqual([true, true])
    expect(await given('2026-11-25')).toEqual([false, false])
    t.setTime(MORNING + 4 * DAY)
    expect(await t.client.crises.open({ id: randomUUID(), studentId })).toMatchObject({ state: 'open' })
  })
})
