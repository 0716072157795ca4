import { randomUUID } from 'node:crypto'
import { emptyIntake } from '#contract/intake-parts'
import type { IntakeBody } from '#contract/intakes'
import type { PlanBody } from '#contract/plans'
import { testContext } from '#tests/context'
import { consentFields, walkIn } from '#tests/records'

export const DAY = 86_400_000
export const intakeBody = (change: Partial<IntakeBody> = {}): IntakeBody => ({
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
export const goals = [
  { rootId: randomUUID(), text: '每周主动邀约一次', sign: '能说出邀约了谁、去了哪里' },
  { rootId: randomUUID(), text: '十二点前入睡', sign: '一周有五天' },
]
export const planBody = (change: Partial<PlanBody> = {}): PlanBody => ({
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
export const newCase = async ({ isTold = true } = {}) => {
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
      fields: consentFields({ signerName: '刘雨桐' }),
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
