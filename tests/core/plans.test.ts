import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { EMPTY_NOTE } from '#contract/note-parts'
import { goals, newCase, planBody } from '#tests/core/planned-case'
import { consentFields } from '#tests/records'

describe('a plan', () => {
  it('is agreed once the intake is finished and every goal has a sign to tell it by', async () => {
    const { t, studentId, draft, intake } = await newCase()
    const { id: planId } = await draft()
    expect(await t.client.plans.blocks({ planId })).toEqual(['intake', 'goals'])
    const body = planBody({ goals: [{ ...goals[0]!, sign: '' }] })
    await t.client.plans.save({ planId, studentId, edits: 0, body })
    const agree = (edits: number) => t.client.plans.activate({ planId, studentId, edits, agreedOn: '2026-11-21' })
    await expect(agree(1)).rejects.toMatchObject({ data: { reason: 'lacks-intake' } })
    await intake()
    await expect(agree(1)).rejects.toMatchObject({ data: { reason: 'lacks-goals' } })
    await t.client.plans.save({ planId, studentId, edits: 1, body: planBody() })
    expect(await agree(2)).toMatchObject({ state: 'active', agreedOn: '2026-11-21', version: 1 })
    const late = t.client.plans.save({ planId, studentId, edits: 2, body: planBody({ steps: '别的' }) })
    await expect(late).rejects.toMatchObject({ data: { reason: 'agreed' } })
  })
  it('waits for the notice, which is a must; in a crisis nothing waits', async () => {
    const { t, studentId, tell, intake, agree, draft } = await newCase({ isTold: false })
    await intake()
    await expect(agree()).rejects.toMatchObject({ code: 'conflict', data: { reason: 'lacks-notice' } })
    const { id: planId } = await draft()
    const crisis = await t.client.crises.open({ id: randomUUID(), studentId })
    expect(await t.client.plans.blocks({ planId })).toEqual([])
    const about = { crisisId: crisis.id, studentId }
    await t.client.crises.close({ ...about, outcome: 'unfounded', closeNote: '虚惊', missingReason: '虚惊' })
    expect(await t.client.plans.blocks({ planId })).toEqual(['notice'])
    await tell()
    expect(await t.client.plans.blocks({ planId })).toEqual([])
  })
  it('with a special method waits for a work agreement in writing', async () => {
    const { t, studentId, intake, draft } = await newCase()
    await intake()
    const { id: planId } = await draft()
    await t.client.plans.save({ planId, studentId, edits: 0, body: planBody({ specialMethod: '沙盘' }) })
    expect(await t.client.plans.blocks({ planId })).toEqual(['agreement'])
    const sign = (mode: 'spoken' | 'paper') =>
      t.client.consents.record({
        id: randomUUID(),
        studentId,
        fields: consentFields({ kind: 'agreement', mode }),
      })
    await sign('spoken')
    expect(await t.client.plans.blocks({ planId })).toEqual(['agreement'])
    await sign('paper')
    expect(await t.client.plans.blocks({ planId })).toEqual([])
  })
  it('for career counseling names what it is made of, and the case is not closed before a review', async () => {
    const { t, intake, agree, about, visit, studentId, review } = await newCase()
    await intake()
    await expect(agree({ service: 'career' })).rejects.toMatchObject({ data: { reason: 'lacks-contents' } })
    await agree({ service: 'career', contents: ['exploration', 'decision'] })
    await t.client.notes.save({ visitId: visit.id, studentId, version: 0, body: { ...EMPTY_NOTE, effect: '好' } })
    await t.client.notes.sign({ visitId: visit.id, studentId, version: 1 })
    expect(await t.client.cases.closeBlocks({ caseId: about.caseId })).toEqual(['unfinished-review'])
    await review()
    expect(await t.client.cases.closeBlocks({ caseId: about.caseId })).toEqual([])
  })
  it('is replaced by its next version, which begins with the goals that are still open; both stay readable', async () => {
    const { t, caseId, intake, agree, review, draft } = await newCase()
    await intake()
    const first = await agree()
    await review({ goals: [{ rootId: goals[1]!.rootId, standing: 'reached', words: '' }] })
    const next = await draft()
    expect(next).toMatchObject({ version: 2, state: 'draft', body: { goals: [goals[0]], steps: '先食堂，后宿舍' } })
    expect((await draft()).id).toBe(next.id)
    await agree({ goals: [goals[0]!], why: '睡眠目标已达成' })
    expect(await t.client.plans.list({ caseId })).toMatchObject([
      { version: 2, state: 'active', body: { why: '睡眠目标已达成' } },
      { id: first.id, version: 1, state: 'replaced', body: planBody(), goalStates: { [goals[1]!.rootId]: 'reached' } },
    ])
    const { db } = t.room.connection.vault
    expect(() => db.exec("UPDATE plans SET steps = 'x' WHERE version = 1")).toThrow(/never changes/u)
    expect(() => db.exec("UPDATE goals SET text = 'x'")).toThrow(/never changes/u)
    expect(() => db.exec('DELETE FROM goals')).toThrow(/never changes/u)
  })
  it('is not agreed upon ahead of today, nor in a closed case', async () => {
    const { t, intake, agree, studentId, visit, draft, about } = await newCase()
    await intake()
    await expect(agree({}, '2026-11-22')).rejects.toMatchObject({ data: { reason: 'ahead' } })
    await t.client.notes.save({ visitId: visit.id, studentId, version: 0, body: { ...EMPTY_NOTE, effect: '好' } })
    await t.client.notes.sign({ visitId: visit.id, studentId, version: 1 })
    await t.client.cases.close({ ...about, reason: 'goal-reached', closeNote: '目标达成', advice: '' })
    await expect(draft()).rejects.toMatchObject({ data: { reason: 'case-closed' } })
  })
})

describe('a mark', () => {
  it('says at one visit how far a goal has come, and the course shows it', async () => {
    const { t, caseId, studentId, visit, intake, agree } = await newCase()
    await intake()
    await agree()
    const { rootId } = goals[0]!
    const mark = (score: number | null, words = '') =>
      t.client.plans.mark({ id: randomUUID(), visitId: visit.id, studentId, rootId, score, words })
    await mark(3)
    expect(await mark(4, '约了同桌')).toMatchObject([
      { rootId, marks: [{ visitId: visit.id, score: 4, words: '约了同桌' }] },
      { marks: [] },
    ])
    await mark(null)
    expect((await t.client.plans.course({ caseId }))[0]?.marks).toEqual([])
    await expect(
      t.client.plans.mark({
        id: randomUUID(),
        visitId: visit.id,
        studentId,
        rootId: randomUUID(),
        score: 1,
        words: '',
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
  it('stays as it is once the record of the visit is signed; one that was forgotten can still be added', async () => {
    const { t, studentId, visit, intake, agree } = await newCase()
    await intake()
    await agree()
    const mark = (rootId: string, score: number) =>
      t.client.plans.mark({ id: randomUUID(), visitId: visit.id, studentId, rootId, score, words: '' })
    await mark(goals[0]!.rootId, 4)
    await t.client.notes.save({ visitId: visit.id, studentId, version: 0, body: { ...EMPTY_NOTE, effect: '好' } })
    await t.client.notes.sign({ visitId: visit.id, studentId, version: 1 })
    await expect(mark(goals[0]!.rootId, 9)).rejects.toMatchObject({ data: { reason: 'signed' } })
    expect(await mark(goals[1]!.rootId, 2)).toMatchObject([{ marks: [{ score: 4 }] }, { marks: [{ score: 2 }] }])
  })
})

describe('a draft that is not wanted', () => {
  it('is thrown away with its goals, and the next one has its number', async () => {
    const { t, caseId, studentId, intake, agree, draft } = await newCase()
    await intake()
    const agreed = await agree()
    const { id: planId, edits, version } = await draft()
    await t.client.plans.discard({ planId, studentId, edits })
    expect((await t.client.plans.list({ caseId })).map(({ id }) => id)).toEqual([agreed.id])
    await expect(t.client.plans.save({ planId, studentId, edits, body: planBody() })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await draft()).toMatchObject({ version, body: { goals } })
    const [line] = (await t.client.audit.list({ before: null, limit: 10 })).filter(
      ({ event }) => event === 'plan.discarded',
    )
    expect(line).toMatchObject({ subjectId: planId })
  })
  it('stays when it was written on elsewhere; what was agreed upon is never thrown away', async () => {
    const { t, studentId, intake, agree, draft } = await newCase()
    const { id: planId, edits } = await draft()
    await t.client.plans.save({ planId, studentId, edits, body: planBody() })
    await expect(t.client.plans.discard({ planId, studentId, edits })).rejects.toMatchObject({
      data: { reason: 'moved-on' },
    })
    await intake()
    const agreed = await agree()
    await expect(t.client.plans.discard({ planId: agreed.id, studentId, edits: agreed.edits })).rejects.toMatchObject({
      data: { reason: 'agreed' },
    })
  })
})
