import { emptyIntake } from '#contract/intake-parts'
import type { PrintModel } from '#contract/prints'
import { STAFF } from '#tests/people'
import { empty, id } from './models.ts'

const TEACHER = STAFF.counselor.name
const about = { caseId: id(2), studentId: id(1) }

/** With `text` in its first part it is a long draft. */
export const intake = (text?: string): PrintModel => ({
  ...empty('intake'),
  intake: {
    ...about,
    id: id(40),
    version: 3,
    savedAt: '2026-11-21T05:00:00.000Z',
    finishedAt: text ? null : '2026-11-21T05:10:00.000Z',
    writtenBy: TEACHER,
    reopenings: [],
    body: {
      ...emptyIntake('2026-11-21'),
      methods: ['talk', 'parent-talk'],
      problem: text ?? '转学后融不进班里，分组时常常落单。',
      background: '九月由外区转入，成绩中等，稳定。',
      family: '与母亲同住，父亲在外地工作。',
      supports: '原校好友、母亲。',
      riskScreen: {
        self: { answer: 'no', words: '“没有想过。”' },
        'by-others': { answer: 'no', words: '' },
        'to-others': { answer: 'not-asked', words: '时间不够，下次问' },
      },
      conclusion: '适应新班级的困难，支持较好。',
    },
  },
})

const GOALS = Array.from({ length: 8 }, (_, n) => ({
  rootId: id(60 + n),
  text: n === 0 ? '每周主动邀约一次同学' : `第 ${n + 1} 个目标：能在分组时自己开口`,
  sign: '能说出邀了谁、去了哪里、自己感觉怎样',
}))

export const plan = (service: 'psychological' | 'career' = 'psychological', text?: string): PrintModel => ({
  ...empty('plan'),
  plan: {
    ...about,
    id: id(41),
    version: 2,
    state: 'active',
    edits: 4,
    agreedOn: '2026-11-21',
    activatedAt: '2026-11-21T05:10:00.000Z',
    savedAt: '2026-11-21T05:10:00.000Z',
    writtenBy: TEACHER,
    goalStates: {},
    body: {
      service,
      contents: service === 'career' ? ['exploration', 'decision'] : [],
      goals: GOALS.slice(0, text ? 8 : 2),
      methods: text ?? '关系图、角色扮演、量尺。',
      specialMethod: text ? '沙盘' : '',
      steps: '先食堂，再小组，再宿舍。',
      schedule: '每周一次，每次四十五分钟。',
      reviewDays: null,
      why: text ? '睡眠目标已达成' : '',
    },
  },
})

export const review = (): PrintModel => ({
  ...empty('review'),
  goals: [
    {
      ...GOALS[0]!,
      state: 'open',
      marks: [2, 3, 5].map((score, n) => ({
        rootId: GOALS[0]!.rootId,
        visitId: id(70 + n),
        at: `2026-11-0${n + 1}T12:10`,
        score,
        words: '',
      })),
    },
  ],
  review: {
    ...about,
    id: id(42),
    planId: id(41),
    planVersion: 2,
    goalTexts: { [GOALS[0]!.rootId]: GOALS[0]!.text, [GOALS[1]!.rootId]: GOALS[1]!.text },
    reviewedBy: TEACHER,
    enteredAt: '2026-11-21T05:10:00.000Z',
    onDay: '2026-11-21',
    goals: [
      { rootId: GOALS[0]!.rootId, standing: 'partly', words: '两周三次' },
      { rootId: GOALS[1]!.rootId, standing: 'reached', words: '' },
    ],
    satisfaction: 4,
    satisfactionWords: '“排练以后就敢了。”',
    tool: '量尺 0–10',
    dependence: 'none',
    decision: 'adjust',
    note: '睡眠达到约定，继续保持。',
    nextOn: '2026-12-21',
  },
})

export const feedback = (): PrintModel => ({ ...empty('feedback'), student: null, case: null })

/** Both copies; without words for the family there is the one for the file. */
export const stage = (
  familyText = '这一阶段他按时来，愿意说。在家请多听少问，周末可以一起走走。',
  text?: string,
): PrintModel => ({
  ...empty('stage'),
  stage: {
    ...about,
    id: id(45),
    stage: 1,
    text: text ?? '面谈四次；从在食堂开口练起，已能主动约同桌。',
    nextSteps: '下一步是分组时先说一句。',
    familyText,
    toldTopics: familyText ? ['comes', 'help'] : [],
    personId: null,
    receiver: familyText ? '周女士' : '',
    relation: familyText ? 'mother' : null,
    exceptionGround: null,
    state: 'finished',
    finishedAt: '2026-11-21T05:10:00.000Z',
    deliveredOn: null,
    deliveredWay: null,
    skippedReason: '',
    by: TEACHER,
    savedAt: '2026-11-21T05:10:00.000Z',
  },
})
