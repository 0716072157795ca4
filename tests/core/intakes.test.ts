import { describe, expect, it } from 'vitest'
import { emptyIntake } from '#contract/intake-parts'
import type { IntakeBody } from '#contract/intakes'
import { EMPTY_NOTE } from '#contract/note-parts'
import { NOT_ASKED } from '#contract/intake-parts'
import { intakeBody, newCase } from '#tests/core/planned-case'

describe('an intake', () => {
  it('is a draft while it is typed, and finished it says who wrote it', async () => {
    const { t, about, caseId, intake } = await newCase()
    expect(await t.client.intakes.get({ caseId })).toBeNull()
    const draft = await t.client.intakes.save({ ...about, version: 0, body: emptyIntake('2026-11-21') })
    expect(draft).toMatchObject({ version: 1, finishedAt: null, writtenBy: t.me.name })
    await t.client.intakes.save({ ...about, version: 1, body: intakeBody() })
    expect(await t.client.intakes.finish({ ...about, version: 2 })).toMatchObject({ version: 2, body: intakeBody() })
    await expect(intake()).rejects.toMatchObject({ data: { reason: 'finished' } })
  })
  it('that was saved elsewhere in the meantime is not overwritten', async () => {
    const { t, about } = await newCase()
    await t.client.intakes.save({ ...about, version: 0, body: intakeBody() })
    await t.client.intakes.save({ ...about, version: 1, body: intakeBody({ needs: '想有人一起吃饭' }) })
    const late = t.client.intakes.save({ ...about, version: 1, body: intakeBody({ needs: '别的' }) })
    await expect(late).rejects.toMatchObject({ code: 'conflict', data: { reason: 'moved-on' } })
    const again = t.client.intakes.save({ ...about, version: 0, body: intakeBody({ needs: '别的' }) })
    await expect(again).rejects.toMatchObject({ data: { reason: 'moved-on' } })
  })
  it.each([
    ['methods', { methods: [] }],
    ['problem', { problem: ' ' }],
    ['safety', { riskScreen: NOT_ASKED }],
    ['conclusion', { conclusion: '' }],
  ])('is not finished without %s', async (field, change) => {
    const { intake } = await newCase()
    await expect(intake(change as Partial<IntakeBody>)).rejects.toMatchObject({ code: 'invalid', data: { field } })
  })
  it('changes once finished only by being opened again with a reason, and what stood there is kept', async () => {
    const { t, about, caseId, intake } = await newCase()
    const { finishedAt } = await intake()
    t.setTime(Date.UTC(2026, 10, 22, 9, 0))
    const reopened = await t.client.intakes.reopen({ ...about, reason: '母亲补充了家庭情况' })
    expect(reopened).toMatchObject({
      finishedAt: null,
      reopenings: [{ reason: '母亲补充了家庭情况', by: t.me.name, finishedAt, before: intakeBody() }],
    })
    await t.client.intakes.save({ ...about, version: 1, body: intakeBody({ family: '父亲在外地工作' }) })
    await t.client.intakes.finish({ ...about, version: 2 })
    expect(await t.client.intakes.get({ caseId })).toMatchObject({ body: { family: '父亲在外地工作' } })
    const { db } = t.room.connection.vault
    expect(() => db.exec("UPDATE intakes SET family = ''")).toThrow(/reopened first/u)
    expect(() => db.exec("UPDATE intake_reopenings SET reason = ''")).toThrow(/stays/u)
  })
  it('offers what visits, tests and the roster say already', async () => {
    const { t, studentId, caseId, visit } = await newCase()
    const body = { ...EMPTY_NOTE, problem: '分组没有人叫她' }
    await t.client.notes.save({ visitId: visit.id, studentId, version: 0, body })
    const known = await t.client.intakes.known({ caseId })
    expect(known.visits).toEqual([
      { on: '2026-11-21', source: 'self', request: '', primaryProblem: 'peers', otherProblems: [], problem: '' },
    ])
    await t.client.notes.sign({ visitId: visit.id, studentId, version: 1 })
    expect((await t.client.intakes.known({ caseId })).visits[0]?.problem).toBe('分组没有人叫她')
  })
})
