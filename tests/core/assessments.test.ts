import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { testContext, type TestContext } from '#tests/context'
import { formOf, sheet } from '#tests/core/instruments/forms'
import { giving } from '#tests/giving'

let t: TestContext
let g: ReturnType<typeof giving>
let studentId: string
beforeEach(async () => {
  t = testContext()
  g = giving(t)
  studentId = await g.student('陈思远')
})
const blocked = (reason: string) => ({ code: 'conflict', data: { reason } })

describe('a sheet', () => {
  beforeEach(async () => void (await g.mayGive('phq9')))
  const answer = (id: string, answers: Record<string, number>, details = {}) =>
    t.client.assessments.answer({ assessmentId: id, studentId, answers, details })

  it('is kept while it is filled in, and recorded once', async () => {
    const { id } = await g.begin(studentId, 'phq9')
    await answer(id, { phq9_1: 1 })
    await answer(id, { phq9_1: 1, phq9_2: 3 }, { phq9_2: '考试前几天' })
    const { assessment } = await t.client.assessments.get({ assessmentId: id })
    expect(assessment).toMatchObject({
      answers: { phq9_1: 1, phq9_2: 3 },
      details: { phq9_2: '考试前几天' },
      state: 'open',
      result: null,
    })
    expect((await g.events()).filter((event) => event === 'assessment.answered')).toHaveLength(1)
    const { open } = await t.client.assessments.waiting({})
    expect(open).toMatchObject([{ id, studentName: '陈思远', answered: 2, itemCount: 10 }])
  })
  it('refuses a wrong option or question and loses nothing of what was there', async () => {
    const begun = await g.begin(studentId, 'phq9')
    await answer(begun.id, { phq9_1: 2 })
    await expect(answer(begun.id, { phq9_1: 7 })).rejects.toMatchObject({
      code: 'invalid',
      data: { field: 'answers.phq9_1', reason: 'not-an-option' },
    })
    await expect(answer(begun.id, { gad7_1: 1 })).rejects.toMatchObject({ data: { field: 'answers.gad7_1' } })
    await expect(answer(begun.id, {}, { gad7_1: '…' })).rejects.toMatchObject({ data: { field: 'details.gad7_1' } })
    await expect(g.finish(begun, { phq9_1: 7 })).rejects.toMatchObject({ data: { field: 'answers.phq9_1' } })
    const { assessment } = await t.client.assessments.get({ assessmentId: begun.id })
    expect(assessment).toMatchObject({ answers: { phq9_1: 2 }, state: 'open' })
  })
  it('is scored once and never changes afterwards', async () => {
    const done = await g.give(studentId, 'phq9', '1 2 1 1 2 0 1 0 0')
    expect(done).toMatchObject({
      state: 'scored',
      score: 8,
      band: { zh: expect.any(String), severity: 1 },
      critical: 0,
      valid: true,
      age: 15,
      takenOn: '2026-11-21',
      tasks: [],
    })
    expect(done.result?.scales[0]).toMatchObject({ score: 8, missing: 0 })
    await expect(g.finish(done, { phq9_1: 0 })).rejects.toMatchObject(blocked('not-open'))
    await expect(answer(done.id, { phq9_1: 0 })).rejects.toMatchObject(blocked('not-open'))
    const { db } = t.room.connection.vault
    expect(() => db.exec(`UPDATE assessments SET answers = '{}'`)).toThrow(/never changes/u)
    expect(() => db.exec(`UPDATE assessments SET severity = 0`)).toThrow(/never changes/u)
    expect(() => db.exec('DELETE FROM assessments')).toThrow(/never deleted/u)
  })
  it('was not filled in tomorrow, before birth, or long before it was begun; paper may be old', async () => {
    const paper = await g.begin(studentId, 'phq9')
    const on = (takenOn: string, of = paper) => g.finish(of, { phq9_1: 0 }, { takenOn })
    await expect(on('2026-11-22')).rejects.toMatchObject({ data: { field: 'takenOn', reason: 'future' } })
    await expect(on('2011-09-11')).rejects.toMatchObject({ data: { reason: 'before-birth' } })
    const aloud = await g.begin(studentId, 'phq9', { mode: 'aloud' })
    await expect(on('2025-10-01', aloud)).rejects.toMatchObject({ data: { reason: 'too-early' } })
    expect(await on('2024-03-01')).toMatchObject({ takenOn: '2024-03-01', age: 12 })
  })
  it('is not finished empty; one handed in empty at the kiosk says something', async () => {
    await expect(g.finish(await g.begin(studentId, 'phq9'), {})).rejects.toMatchObject({
      data: { field: 'answers', reason: 'empty' },
    })
    const handedIn = await g.finish(await g.begin(studentId, 'phq9', { mode: 'kiosk' }), {})
    expect(handedIn).toMatchObject({ score: null, valid: false, tasks: [{ blanks: [{ item: 'phq9_9' }] }] })
  })
  it('begun or finished twice by the same request is one', async () => {
    const requestId = randomUUID()
    const id = randomUUID()
    const begin = () =>
      t.client.assessments.begin({
        id,
        requestId,
        studentId,
        instrumentId: 'phq9',
        mode: 'paper',
        purpose: '',
        explained: true,
        agreed: true,
        overFourteen: false,
        urgent: false,
      })
    expect(await begin()).toEqual(await begin())
    const again = { requestId: randomUUID() }
    const answers = sheet(formOf('phq9'), '0 0 0 0 0 0 0 0 1')
    expect(await g.finish({ id, studentId }, answers, again)).toEqual(await g.finish({ id, studentId }, answers, again))
    expect(await t.client.assessments.listByStudent({ studentId })).toHaveLength(1)
    expect(await t.client.assessments.tasks({})).toHaveLength(1)
  })
  it('of one child is never reached by way of another', async () => {
    const begun = await g.begin(studentId, 'phq9')
    const other = await g.student('赵可欣')
    const wrong = { code: 'conflict', data: { field: 'assessmentId', reason: 'wrong-student' } }
    await expect(g.finish({ id: begun.id, studentId: other }, { phq9_1: 3 })).rejects.toMatchObject(wrong)
    await expect(
      t.client.assessments.answer({ assessmentId: begun.id, studentId: other, answers: { phq9_1: 3 }, details: {} }),
    ).rejects.toMatchObject(wrong)
    const done = await g.finish(begun, { phq9_9: 1 })
    await expect(g.interpret({ id: done.id, studentId: other })).rejects.toMatchObject(wrong)
    await expect(
      t.client.assessments.acknowledgeTask({ taskId: done.tasks[0]!.id, studentId: other }),
    ).rejects.toMatchObject({ data: { field: 'taskId', reason: 'wrong-student' } })
    expect(await t.client.assessments.listByStudent({ studentId: other })).toEqual([])
  })
  it('is withdrawn with its reason, and its task stays until somebody has asked', async () => {
    const done = await g.give(studentId, 'phq9', '0 0 0 0 0 0 0 0 2')
    const withdraw = () =>
      t.client.assessments.withdraw({ assessmentId: done.id, studentId, reason: '填到了同桌的名下' })
    expect(await withdraw()).toMatchObject({ state: 'withdrawn', withdrawnReason: '填到了同桌的名下' })
    expect(await t.client.assessments.tasks({})).toHaveLength(1)
    await expect(withdraw()).rejects.toMatchObject(blocked('already-withdrawn'))
    await expect(g.interpret(done)).rejects.toMatchObject(blocked('not-scored'))
    const interpreted = await g.give(studentId, 'phq9', '0 0 0 0 0 0 0 0 0')
    await g.interpret(interpreted)
    await expect(
      t.client.assessments.withdraw({ assessmentId: interpreted.id, studentId, reason: '重复' }),
    ).rejects.toMatchObject(blocked('already-interpreted'))
  })
})

describe('the result', () => {
  beforeEach(async () => {
    await g.mayGive('gad7')
    await g.mayGive('phq9')
  })
  it('is interpreted in the counselor’s words, again later, and fed back only after that', async () => {
    const done = await g.give(studentId, 'gad7', '1 1 1 1 1 1 1')
    const feedBack = (on = '2026-11-21') =>
      t.client.assessments.feedBack({ assessmentId: done.id, studentId, on, to: 'student' })
    await expect(feedBack()).rejects.toMatchObject(blocked('not-interpreted'))
    await expect(g.interpret(done, '   ')).rejects.toMatchObject({ data: { field: 'text' } })
    expect((await t.client.assessments.waiting({})).scored).toMatchObject([{ id: done.id, score: 7 }])
    await g.interpret(done, '考试周的紧张')
    expect((await t.client.assessments.waiting({})).scored).toEqual([])
    const again = await g.interpret(done, '考试后仍紧张，约谈')
    expect(again).toMatchObject({
      state: 'interpreted',
      interpretations: [{ text: '考试周的紧张' }, { by: t.me.name }],
    })
    await expect(feedBack('2026-11-22')).rejects.toMatchObject({ data: { reason: 'future' } })
    expect(await feedBack()).toMatchObject({ fedBackOn: '2026-11-21', fedBackTo: 'student', state: 'interpreted' })
    expect((await g.events()).slice(0, 3)).toEqual([
      'assessment.fed-back',
      'assessment.interpreted',
      'assessment.interpreted',
    ])
    expect(() => t.room.connection.vault.db.exec(`UPDATE interpretations SET text = ''`)).toThrow(/never changes/u)
  })
  it('is read with the instrument it was made with, and the log says who read it', async () => {
    const done = await g.give(studentId, 'gad7', '0 0 0 0 0 0 0')
    const { instrument } = await t.client.assessments.get({ assessmentId: done.id })
    expect(instrument.id).toBe('gad7')
    const [row] = await t.client.audit.list({ before: null, limit: 1 })
    expect(row).toMatchObject({ event: 'assessment.read', subjectId: done.id, studentId })
  })
  it('leaves no answer and no word of anybody in the log', async () => {
    await g.interpret(await g.give(studentId, 'phq9', '0 0 0 0 0 0 0 0 1'), '夜里常哭')
    const rows = JSON.stringify(await t.client.audit.list({ before: null, limit: 100 }))
    expect(rows).not.toMatch(/夜里|phq9/u)
    expect(await t.client.audit.verify({})).toMatchObject({ brokenAt: null })
  })
  it('is listed by state and instrument, newest first', async () => {
    await g.give(studentId, 'gad7', '0 0 0 0 0 0 0')
    t.setTime(Date.UTC(2026, 10, 21, 9, 0))
    await g.interpret(await g.give(studentId, 'phq9', '0 0 0 0 0 0 0 0 0'))
    t.setTime(Date.UTC(2026, 10, 21, 10, 0))
    await g.begin(studentId, 'phq9')
    const list = (filter: object) =>
      t.client.assessments.list({ state: null, instrumentId: null, offset: 0, limit: 50, ...filter })
    expect((await list({})).rows.map(({ short, state }) => [short, state])).toEqual([
      ['PHQ-9', 'open'],
      ['PHQ-9', 'interpreted'],
      ['GAD-7', 'scored'],
    ])
    expect(await list({ state: 'scored' })).toMatchObject({ total: 1, rows: [{ short: 'GAD-7' }] })
    expect(await list({ instrumentId: 'phq9', limit: 1 })).toMatchObject({ total: 2, rows: [{ state: 'open' }] })
  })
  it('makes a course over time, with what counts as a real change', async () => {
    await g.give(studentId, 'gad7', '3 3 3 2 2 2 0', '2026-09-10')
    await g.give(studentId, 'gad7', '3 3 3 2 1 2 0', '2026-10-10')
    await g.give(studentId, 'gad7', '1 1 1 1 1 0 0', '2026-11-10')
    await g.give(studentId, 'gad7', '1 - 1 1 1 0 0', '2026-11-20')
    const withdrawn = await g.give(studentId, 'gad7', '3 3 3 3 3 3 3', '2026-11-21')
    await t.client.assessments.withdraw({ assessmentId: withdrawn.id, studentId, reason: '没有看题' })
    const { scales } = await t.client.assessments.course({ studentId, instrumentId: 'gad7' })
    expect(scales).toHaveLength(1)
    expect(scales[0]).toMatchObject({ min: 0, max: 21, higherIs: 'worse', threshold: { points: 4 } })
    expect(scales[0]?.points.map(({ on, score, change, valid }) => [on, score, change, valid])).toEqual([
      ['2026-09-10', 15, null, true],
      ['2026-10-10', 14, 'same', true],
      ['2026-11-10', 5, 'better', true],
      ['2026-11-20', null, 'unknown', false],
    ])
  })
  it('stands on the student’s timeline on the day it was filled in, without a word of its meaning', async () => {
    const done = await g.give(studentId, 'phq9', '0 0 0 0 0 0 0 0 1', '2026-10-08')
    await g.interpret(done, '夜里常哭')
    await g.begin(studentId, 'gad7')
    const { items } = await t.client.students.timeline({ studentId, limit: 10 })
    expect(items).toMatchObject([
      { kind: 'assessment', what: 'open', at: '2026-11-21T08:00', facts: { short: 'GAD-7', score: null } },
      {
        kind: 'assessment',
        what: 'interpreted',
        at: '2026-10-08T00:00',
        no: done.no,
        facts: { score: 1, critical: 1 },
      },
    ])
    expect(JSON.stringify(items)).not.toContain('夜里')
  })
})
