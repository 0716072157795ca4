import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { PrintForm } from '#contract/prints'
import { testContext, type TestContext } from '#tests/context'
import { rosterOf, roundOf } from '#tests/core/screenings/round-samples'
import { giving } from '#tests/giving'
import { person } from '#tests/people'

const CRITICAL = '0 1 0 1 0 0 0 0 1'
const TERM = '2026-09-01|2027-01-20'
let t: TestContext
let g: ReturnType<typeof giving>
let studentId: string
beforeEach(async () => {
  t = testContext()
  g = giving(t)
  studentId = await g.student(person('chen-siyuan').name)
  await g.mayGive('phq9')
})
const preview = (form: PrintForm, subjectId: string) => t.client.prints.preview({ form, subjectId })
const record = (form: PrintForm, subjectId: string) => t.client.prints.record({ form, subjectId, pages: 1 })

describe('papers about tests', () => {
  it.each(['test-result', 'test-result-student'] as const)(
    'a %s is neither seen nor printed before somebody has said what it means',
    async (form) => {
      const sheet = await g.give(studentId, 'phq9', CRITICAL)
      const refused = { code: 'conflict', data: { reason: 'not-interpreted' } }
      await expect(preview(form, sheet.id)).rejects.toMatchObject(refused)
      await expect(record(form, sheet.id)).rejects.toMatchObject(refused)
      expect(await g.events()).not.toContain('print.printed')
      await g.interpret(sheet)
      expect((await preview(form, sheet.id)).assessment?.interpretations).toHaveLength(1)
      await record(form, sheet.id)
      const [row] = await t.client.audit.list({ before: null, limit: 1 })
      expect(row).toMatchObject({ event: 'print.printed', subjectId: sheet.id, studentId })
    },
  )
  it('a sheet that was taken back is not printed', async () => {
    const sheet = await g.give(studentId, 'phq9', CRITICAL)
    await t.client.assessments.withdraw({ assessmentId: sheet.id, studentId, reason: '录错了人' })
    await expect(preview('test-result', sheet.id)).rejects.toMatchObject({
      code: 'conflict',
      data: { reason: 'not-interpreted' },
    })
  })
  it('the file keeps everything, with the course up to this sheet', async () => {
    const first = await g.give(studentId, 'phq9', '1 2 2 1 1 1 2 0 0', '2026-11-01')
    const second = await g.give(studentId, 'phq9', CRITICAL, '2026-11-14')
    await g.give(studentId, 'phq9', '0 0 0 0 0 0 0 0 0', '2026-11-20')
    await g.interpret(second)
    const model = await preview('test-result', second.id)
    expect(model.course.map(({ assessmentId }) => assessmentId)).toEqual([first.id, second.id])
    expect(model.assessment).toMatchObject({ score: 3, critical: 1, tasks: [{ urgency: 'same-day' }] })
    expect(model.instrument?.license.attribution).toContain('Spitzer')
  })
  it('what the student takes home carries no answer, score, level or task', async () => {
    const sheet = await g.give(studentId, 'phq9', CRITICAL)
    await g.interpret(sheet, '这两周有些累')
    const { assessment, course } = await preview('test-result-student', sheet.id)
    expect(assessment).toMatchObject({ answers: {}, details: {}, result: null, score: null, band: null, tasks: [] })
    expect(assessment?.interpretations.at(-1)?.text).toBe('这两周有些累')
    expect(course).toEqual([])
  })
  it('an explanation needs a student and an instrument that are there, and no test', async () => {
    const model = await preview('test-explanation', `${studentId}|gad7`)
    expect(model).toMatchObject({ student: { id: studentId }, instrument: { id: 'gad7' }, assessment: null })
    await record('test-explanation', `${studentId}|gad7`)
    for (const wrong of [`${studentId}|nothing`, `${randomUUID()}|gad7`, studentId, `${studentId}|gad7|more`])
      await expect(record('test-explanation', wrong)).rejects.toMatchObject({ code: 'not-found' })
  })
  it('the list of instruments says who may use what, and counts the uses of its period alone', async () => {
    await g.give(studentId, 'phq9', CRITICAL, '2026-08-20')
    await g.give(studentId, 'phq9', CRITICAL, '2026-11-14')
    await t.client.instruments.retire({ instrumentId: 'k6', retired: true })
    const { instruments, period } = await preview('instrument-list', TERM)
    expect(period).toEqual({ from: '2026-09-01', to: '2027-01-20' })
    expect(instruments.find(({ id }) => id === 'phq9')).toMatchObject({ uses: 1, competent: [{ name: t.me.name }] })
    expect(instruments.map(({ id }) => id)).not.toContain('k6')
    await expect(record('instrument-list', '2026')).rejects.toMatchObject({ data: { reason: 'period' } })
  })
  it('the summary of a round names nobody and hides what is below five', async () => {
    await rosterOf(t, 6)
    const round = await roundOf(t, 'phq9')
    const { screening, student } = await preview('screening-summary', round.id)
    expect(student).toBeNull()
    expect(screening).toMatchObject({ hideBelow: 5, round: { id: round.id } })
    await record('screening-summary', round.id)
    await expect(record('screening-summary', randomUUID())).rejects.toMatchObject({ code: 'not-found' })
  })
})
