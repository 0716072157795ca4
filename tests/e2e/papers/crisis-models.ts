import type { PrintModel } from '#contract/prints'
import { parentsOf, person, STAFF } from '#tests/people'
import { empty, id } from './models.ts'

const NAME = person('li-ruoxi').name
const FATHER = parentsOf(NAME, 1).father
const TEACHER = STAFF.counselor.name
const CLASS_TEACHER = STAFF.classTeacher.name
const studentId = id(1)

export const crisisReport = (entryCount = 7): PrintModel => {
  const steps = [
    'accompanied',
    'means-removed',
    'leader-told',
    null,
    'guardian-reached',
    'risk-assessed',
    'guardian-handover',
  ] as const
  const texts = [
    '班主任在宿舍楼道陪着，不离开。',
    '',
    '已电话报告分管校长，校医同时到场。',
    '误记：学生已离校。',
    '父亲接通，说明看到的情况，请其立即到校。',
    '学生说“没有想好怎么做”，否认准备。',
    '父亲到校，当面交接，交代今晚不独处、周一带来见面。',
  ]
  return {
    ...empty('crisis-report'),
    crisis: {
      id: id(30),
      no: '2026秋-危003',
      studentId,
      state: 'closed',
      openedAt: '2026-11-20T16:20',
      openedBy: TEACHER,
      closedAt: '2026-11-20T19:05',
      outcome: 'with-guardian',
      closeNote: '父亲接回，周一 8:00 返校先到辅导室。',
      reporter: `${CLASS_TEACHER}（班主任）`,
      place: '3 号宿舍楼 207',
      foundHow: '室友看到日记中的文字，告诉班主任；班主任 16:15 到宿舍查看后电话报告辅导室。',
      signs: '日记写有“不想再醒来”；两天未吃晚饭；把喜欢的书送给了室友。谈话时低头，声音小，能回答问题。',
      rank: 2,
      rankReason: '有死亡愿望的文字，没有具体计划和准备；行为有明显改变。',
      guardianAnswer: '表示理解，17:40 到校，愿意周一一起来。',
      reportedTo: `16:25 分管校长${STAFF.director.name}；16:40 德育处；校长决定不另行上报。`,
      counselorOpinion: '建议本周每天见面，家长陪同到区未成年人心理辅导中心评估。',
      entries: Array.from({ length: entryCount }, (_, n) => ({
        id: id(40 + n),
        step: n < 7 ? (steps[n] ?? null) : null,
        text: n < 7 ? (texts[n] ?? '') : `第 ${n + 1} 条：每十五分钟查看一次，学生在安静地看书，有人陪着。`,
        at: `2026-11-20T${String(16 + Math.floor((20 + n * 5) / 60)).padStart(2, '0')}:${String((20 + n * 5) % 60).padStart(2, '0')}`,
        by: n % 3 === 2 ? CLASS_TEACHER : TEACHER,
        enteredAt: `2026-11-20T08:${String(20 + (n % 40)).padStart(2, '0')}:00.000Z`,
        struckAt: n === 3 ? '2026-11-20T08:41:00.000Z' : null,
        struckReason: n === 3 ? '看错了人' : null,
      })),
    },
  }
}

export const referral = (isReturned: boolean): PrintModel => ({
  ...empty('referral'),
  referral: {
    id: id(60),
    no: '2026秋-转007',
    studentId,
    caseId: id(2),
    crisisId: null,
    state: isReturned ? 'returned' : 'sent',
    referredBy: TEACHER,
    enteredAt: '2026-11-21T05:20:00.000Z',
    kind: 'outside',
    urgency: 'soon',
    reason: '近三周多次说“活着没意思”，入睡需要两小时以上，午饭常不吃，三门课作业未交。',
    doneSoFar: '辅导四次；与父亲面谈一次；班主任调整座位；宿舍有同学陪伴。',
    options: ['区未成年人心理辅导中心', '市精神卫生中心儿少科', '暂不转介、每周两次辅导'],
    choice: '市精神卫生中心儿少科',
    institutionKind: 'psychiatric',
    institution: '市精神卫生中心',
    department: '儿童青少年心理科',
    clientView: '“可以去看看，但希望爸爸陪我。”',
    guardianAnswer: 'agrees',
    guardianInformedAt: '2026-11-21T13:10',
    guardianName: `${FATHER}（父亲）`,
    guardianWords: '同意，周二上午请假陪同。',
    referredAt: '2026-11-21T13:20',
    returnDue: '2026-11-28',
    slipBy: isReturned ? TEACHER : null,
    slipAt: isReturned ? '2026-11-21T09:00:00.000Z' : null,
    slip: isReturned
      ? {
          returnedOn: '2026-11-26',
          seenOn: '2026-11-24',
          broughtBy: `${FATHER}（父亲）`,
          advice: ['follow-up', 'counseling', 'accompany'],
          words: '门诊病历原文（家长提供）：“建议规律作息，继续学校心理辅导，两周后复诊；近期家长陪伴。”',
          nextCheckOn: '2026-12-08',
        }
      : null,
  },
})

/** 困难资助转介单; `told` is all that the office learns. */
export const aidSlip = (told = '家里近期有变故，请按临时困难补助的办法看看能否帮上忙。'): PrintModel => ({
  ...empty('aid-slip'),
  student: null,
  case: null,
  aidSlip: {
    no: 'J2026秋-001',
    onDay: '2026-11-09',
    kind: 'temporary',
    office: '学生资助办',
    told,
    answerDue: '2026-11-23',
    enteredBy: TEACHER,
    studentName: NAME,
    className: '七(6)班',
    studentNo: '20260317',
  },
})
