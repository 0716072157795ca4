import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { emptyIntake } from '#contract/intake-parts'
import type { IntakeBody } from '#contract/intakes'
import type { PlanBody } from '#contract/plans'
import type { ReviewFields } from '#contract/reviews'
import { EMPTY_NOTE } from '#contract/note-parts'
import { testContext } from '#tests/context'
import { questionsAsked } from '#tests/db/questions'
import { walkIn } from '#tests/records'
import { NOT_ASKED } from '#contract/intake-parts'

const DAY = 86_400_000
const intakeBody = (change: Partial<IntakeBody> = {}): IntakeBody => ({
  ...emptyIntake('2026-11-21'),
  methods: ['talk', 'test'],
  problem: '分组时常常落单',
  riskScreen: {
    self: { answer: 'no', words: '' },
    'by-others': { answer: 'no', words: '' },
    'to-others': { answer: 'not-asked', words: '时间不够，下次问' },
  },
  conclusion: '与转学后的适应有关，支持较好',
  ...change,
})
const goals = [
  { rootId: randomUUID(), text: '每周主动邀约一次', sign: '能说出邀约了谁、去了哪里' },
  { rootId: randomUUID(), text: '十二点前入睡', sign: '一周有五天' },
]
const planBody = (change: Partial<PlanBody> = {}): PlanBody => ({
  service: 'psychological',
  goals,
  methods: '角色扮演',
  specialMethod: '',
  steps: '先食堂，后宿舍',
  schedule: '每周一次，共八次',
  contents: [],
  reviewDays: null,
  why: '',
  ...change,
})

/** One visit of a student who was told of purpose, rules and limits, unless the story is about just that. */
const newCase = async ({ isTold = true } = {}) => {
  const t = testContext()
  const student = { id: randomUUID(), fields: { kind: 'roster' as const, name: '刘雨桐' }, guardians: [] }
  const { id: studentId } = await t.client.students.add(student)
  const visit = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
  const { caseId } = visit
  const about = { caseId, studentId }
  const tell = () =>
    t.client.consents.record({
      id: randomUUID(),
      studentId,
      fields: {
        kind: 'notice',
        textVersion: '1',
        givenOn: '2026-11-21',
        signer: 'student',
        signerName: '刘雨桐',
        mode: 'paper',
        scope: '',
      },
    })
  if (isTold) await tell()
  const intake = async (change: Partial<IntakeBody> = {}) => {
    const { version } = await t.client.intakes.save({ ...about, version: 0, body: intakeBody(change) })
    return t.client.intakes.finish({ ...about, version })
  }
  const draft = () => t.client.plans.draft({ ...about, id: randomUUID() })
  const agree = async (change: Partial<PlanBody> = {}, agreedOn = '2026-11-21') => {
    const { id: planId, edits } = await draft()
    const saved = await t.client.plans.save({ planId, studentId, edits, body: planBody(change) })
    return t.client.plans.activate({ planId, studentId, edits: saved.edits, agreedOn })
  }
  const review = (change: object = {}) =>
    t.client.reviews.record({
      ...about,
      id: randomUUID(),
      fields: {
        onDay: '2026-11-21',
        goals: [{ rootId: goals[0]!.rootId, standing: 'partly', words: '两周三次' }],
        satisfaction: 4,
        satisfactionWords: '有用，想多练几次',
        tool: 'WHO-5',
        dependence: 'none',
        decision: 'continue',
        note: '继续练习',
        nextOn: null,
        ...change,
      },
    })
  return { t, studentId, caseId, visit, about, tell, intake, draft, agree, review }
}

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
        fields: {
          kind: 'agreement',
          textVersion: '1',
          givenOn: '2026-11-21',
          signer: 'student',
          signerName: '',
          mode,
          scope: '',
        },
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

describe('a review', () => {
  it('falls due by the interval of the school or of the plan, after the plan or the review before', async () => {
    const { t, caseId, studentId, intake, agree, review } = await newCase()
    await intake()
    await agree()
    expect(await t.client.reviews.due({})).toEqual([])
    expect(await t.client.reviews.next({ caseId })).toEqual({ dueOn: '2026-12-21' })
    await t.client.plans.saveRules({ rules: { reviewDays: 7 } })
    t.setTime(Date.UTC(2026, 10, 21, 8, 0) + 8 * DAY)
    expect(await t.client.reviews.due({})).toMatchObject([
      { caseId, studentId, studentName: '刘雨桐', lastOn: null, agreedOn: '2026-11-21', dueOn: '2026-11-28' },
    ])
    await review({ onDay: '2026-11-29' })
    expect(await t.client.reviews.due({})).toEqual([])
    expect(await t.client.reviews.next({ caseId })).toEqual({ dueOn: '2026-12-06' })
    t.setTime(Date.UTC(2026, 10, 21, 8, 0) + 8 * DAY + 60_000)
    await review({ onDay: '2026-11-29', nextOn: '2026-12-20' })
    expect(await t.client.reviews.next({ caseId })).toEqual({ dueOn: '2026-12-20' })
    expect(await t.colleague(['counselor']).client.reviews.due({})).toEqual([])
  })
  it('is corrected with a reason; how it stood stays, the goals stand as it says, and it comes back', async () => {
    const { t, caseId, studentId, intake, agree, review } = await newCase()
    await intake()
    await agree()
    const first = await review()
    const standing = async () => (await t.client.plans.course({ caseId }))[0]?.state
    const { id: reviewId, onDay, satisfactionWords, tool, dependence, decision, nextOn } = first
    const fields: ReviewFields = {
      onDay,
      satisfactionWords,
      tool,
      dependence,
      decision,
      nextOn,
      goals: [{ rootId: goals[0]!.rootId, standing: 'reached', words: '已经每周都约' }],
      satisfaction: 5,
      note: '写成别次的了',
    }
    const about = { reviewId, studentId }
    const corrected = await t.client.reviews.correct({ ...about, fields, reason: '满意度记错' })
    expect(corrected).toMatchObject({ id: reviewId, satisfaction: 5, goals: [{ standing: 'reached' }] })
    expect(await standing()).toBe('reached')
    const which = { kind: 'review', recordId: reviewId, studentId } as const
    const [before] = (await t.client.revisions.of(which)).states
    expect(before).toMatchObject({ by: t.me.name, reason: '满意度记错', fields: { satisfaction: 4, note: '继续练习' } })
    await t.client.revisions.restore({ ...which, seq: before!.seq, reason: '原来的对' })
    expect((await t.client.reviews.list({ caseId }))[0]).toMatchObject({ satisfaction: 4, note: '继续练习' })
    expect(await standing()).toBe('open')
    const refused = (change: Partial<ReviewFields>) =>
      t.client.reviews.correct({ ...about, fields: { ...fields, ...change }, reason: '再改' })
    await expect(refused({ onDay: '2026-12-01' })).rejects.toMatchObject({ data: { reason: 'ahead' } })
    const stray = [{ rootId: randomUUID(), standing: 'partly' as const, words: '' }]
    await expect(refused({ goals: stray })).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      t.colleague(['counselor']).client.reviews.correct({ ...about, fields, reason: '顺手改' }),
    ).rejects.toMatchObject({ data: { reason: 'not-yours' } })
  })
  it('that is not the newest is corrected without moving the goals', async () => {
    const { t, caseId, studentId, intake, agree, review } = await newCase()
    await intake()
    await agree()
    const { id: reviewId, onDay, satisfactionWords, tool, dependence, decision, nextOn, satisfaction } = await review()
    t.setTime(Date.UTC(2026, 10, 21, 8, 0) + DAY)
    await review({ onDay: '2026-11-22' })
    const dropped = [{ rootId: goals[0]!.rootId, standing: 'dropped' as const, words: '' }]
    const rest = { onDay, satisfactionWords, tool, dependence, decision, nextOn, satisfaction }
    const fields: ReviewFields = { ...rest, goals: dropped, note: '' }
    await t.client.reviews.correct({ reviewId, studentId, fields, reason: '补记' })
    expect((await t.client.plans.course({ caseId }))[0]?.state).toBe('open')
  })
  it('of one case moves nothing in another', async () => {
    const { t, caseId, intake, agree } = await newCase()
    await intake()
    await agree()
    const other = { id: randomUUID(), fields: { kind: 'roster' as const, name: '赵可欣' }, guardians: [] }
    const { id: studentId } = await t.client.students.add(other)
    const visit = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    const fields: ReviewFields = {
      onDay: '2026-11-21',
      goals: [],
      satisfaction: null,
      satisfactionWords: '',
      tool: '',
      dependence: 'none',
      decision: 'continue',
      note: '',
      nextOn: '2027-03-01',
    }
    await t.client.reviews.record({ id: randomUUID(), caseId: visit.caseId, studentId, fields })
    expect(await t.client.reviews.next({ caseId })).toEqual({ dueOn: '2026-12-21' })
  })
  it('asks as many questions of the database with three of them as with one', async () => {
    const { t, studentId, intake, agree, review } = await newCase()
    await intake()
    await agree()
    const ask = () => questionsAsked(t, () => t.client.students.timeline({ studentId, limit: 50 }))
    await review()
    const ofOne = await ask()
    await review()
    await review()
    expect(await ask()).toBe(ofOne)
  })
  it('closes the goals that were reached and names no goal of another plan', async () => {
    const { t, caseId, intake, agree, review } = await newCase()
    await intake()
    await agree()
    await review({ goals: [{ rootId: goals[0]!.rootId, standing: 'reached', words: '' }] })
    expect((await t.client.plans.course({ caseId })).map(({ state }) => state)).toEqual(['reached', 'open'])
    expect((await t.client.reviews.list({ caseId }))[0]).toMatchObject({
      planVersion: 1,
      goalTexts: { [goals[0]!.rootId]: '每周主动邀约一次' },
      reviewedBy: t.me.name,
    })
    const stray = review({ goals: [{ rootId: randomUUID(), standing: 'reached', words: '' }] })
    await expect(stray).rejects.toMatchObject({ code: 'not-found' })
    await expect(review({ onDay: '2026-11-22' })).rejects.toMatchObject({ data: { reason: 'ahead' } })
    await expect(review({ nextOn: '2026-11-21' })).rejects.toMatchObject({ data: { reason: 'before' } })
  })
  it('prints the numbers of the plan it was by, also after a new version; the slip names nobody', async () => {
    const { t, studentId, visit, intake, agree, review } = await newCase()
    await intake()
    await agree()
    const { rootId } = goals[1]!
    await t.client.plans.mark({ id: randomUUID(), visitId: visit.id, studentId, rootId, score: 7, words: '' })
    const { id } = await review({ goals: [{ rootId, standing: 'reached', words: '' }], decision: 'adjust' })
    await agree({ goals: [goals[0]!] })
    const paper = await t.client.prints.preview({ form: 'review', subjectId: id })
    expect(paper.goals.find((goal) => goal.rootId === rootId)?.marks).toMatchObject([{ score: 7 }])
    const slip = await t.client.prints.preview({ form: 'feedback', subjectId: 'room' })
    expect(JSON.stringify(slip)).not.toContain('刘雨桐')
  })
  it('stands on the timeline with the intake and the plan, and in the log without their words', async () => {
    const { t, studentId, intake, agree, review } = await newCase()
    await intake()
    await agree()
    await review()
    const { items } = await t.client.students.timeline({ studentId, limit: 50 })
    const told = (['intake', 'plan', 'review'] as const).flatMap((one) => items.filter(({ kind }) => kind === one))
    expect(told.map(({ kind, what, excerpt }) => [kind, what, excerpt])).toEqual([
      ['intake', 'finished', '与转学后的适应有关，支持较好'],
      ['plan', 'agreed', '每周主动邀约一次\n十二点前入睡'],
      ['review', 'recorded', '继续练习'],
    ])
    const events = (await t.client.audit.list({ before: null, limit: 50, filter: {} })).map(({ event }) => event)
    expect(events).toEqual(
      expect.arrayContaining(['intake.started', 'intake.finished', 'plan.agreed', 'review.recorded']),
    )
  })
})
