import { EMPTY_NOTE } from '#contract/note-parts'
import { defaultPaperTexts } from '#core/consents/default-texts'
import type { Language } from '#contract/vault'
import type { PrintModel } from '#contract/prints'
import { parentsOf, person, SCHOOL, STAFF } from '#tests/people'

const NAME = person('li-ruoxi').name
const FATHER = parentsOf(NAME, 1).father
const TEACHER = STAFF.counselor.name
const CLASS_TEACHER = STAFF.classTeacher.name
const DIRECTOR = STAFF.director.name

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const studentId = id(1)
const caseId = id(2)

const school: PrintModel['school'] = SCHOOL

const student: PrintModel['student'] = {
  id: studentId,
  kind: 'roster',
  name: NAME,
  sex: 'female',
  birthDate: '2013-04-02',
  studentNo: '20260317',
  nationalNo: null,
  ethnicity: '汉族',
  gradeNo: 7,
  classNo: 6,
  grade: '七年级',
  className: '七(6)班',
  entryYear: 2026,
  college: null,
  major: null,
  headTeacher: CLASS_TEACHER,
  boarding: true,
  dormitory: '3-207',
  phone: null,
  address: null,
  note: null,
  guardians: [{ name: FATHER, relation: '父亲', phone: '' }],
  leftOn: null,
}

export const empty = (form: PrintModel['form']): PrintModel => ({
  form,
  school,
  riskLabels: { 0: '一般', 1: '三级关注', 2: '二级关注', 3: '一级关注' },
  student,
  case: {
    id: caseId,
    no: '2026秋-031',
    studentId,
    state: 'open',
    openedOn: '2026-10-09',
    closedOn: null,
    closeReason: null,
    closeNote: '',
    advice: '',
    explanation: '',
    counselorId: id(9),
    counselor: TEACHER,
  },
  visit: null,
  note: null,
  risk: null,
  noticeText: '',
  noticeVersion: '1',
  consents: [],
  attachment: null,
  crisis: null,
  referral: null,
  report: null,
  assessment: null,
  instrument: null,
  course: [],
  instruments: [],
  period: null,
  screening: null,
  proof: null,
  witnesses: [],
  slip: null,
  register: [],
  hours: null,
  handovers: [],
  dayLog: null,
  intake: null,
  plan: null,
  goals: [],
  review: null,
  aidSlip: null,
  stage: null,
  conference: null,
  observation: null,
  contactLog: null,
  letterbox: null,
  followups: [],
  caseCounts: null,
  growth: null,
  archive: null,
  papers: [],
  archiveLines: [],
  logsToLookAt: [],
  practice: false,
  printedBy: TEACHER,
  printedAt: '2026-11-21T12:40',
})

/** As a consent is that somebody gave once and nobody asked about again. */
const AGREED = { answer: 'agrees', relation: '', sharedWith: null, validUntil: null, withdrawnReason: '' } as const

export const SHORT_NOTE = {
  ...EMPTY_NOTE,
  state: '比上次放松，主动坐近；谈到宿舍时语速变快，手指绕着衣角。',
  problem: '“她们分组的时候又没有叫我，我就去图书馆了。”一周里有三次独自午餐。',
  assessment: '本周三次独自午餐（上周五次）；睡眠 12 点前；否认自伤念头。',
  analysis: '把“没有叫我”理解为“讨厌我”，尚未核对；有一位可信任的室友。',
  measures: '角色扮演“问一句可以一起吗”；一起列出三个可以说话的人。',
  effect: '目标“每周主动邀约一次”完成 3/4，自评烦恼由 7 分降到 5 分。',
  quotes: '“其实我知道她们不是故意的，就是那一下很难受。”',
  homework: '写下三个可以说话的人，并和其中一位说一次“可以一起吗”。',
  next: '11 月 28 日 12:10，谈宿舍。',
}

/** A note with `paragraphs` numbered paragraphs in the first part, so that each can be found again. */
export const longText = (paragraphs: number): string =>
  Array.from(
    { length: paragraphs },
    (_, n) =>
      `〔${n + 1}〕学生说起这一段时停顿了很久，随后慢慢讲到开学以来在宿舍里的经过：先是分床位时的误会，后来是一次没有来得及解释的玩笑。老师请学生把当时的情境、想法、情绪和身体感觉分开来说，学生逐渐能够区分“发生了什么”和“我以为是什么”。`,
  ).join('\n')

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

export const visitRecord = (change: Partial<typeof SHORT_NOTE> = {}): PrintModel => ({
  ...empty('visit-record'),
  visit: {
    id: id(3),
    studentId,
    caseId,
    no: '2026秋-0131',
    ordinal: 4,
    state: 'ended',
    receiverName: TEACHER,
    minutes: 42,
    noteState: 'signed',
    channel: 'in-person',
    source: 'self',
    visitor: 'student',
    primaryProblem: 'peers',
    otherProblems: ['dormitory', 'sleep'],
    place: '个别辅导室',
    receiverId: id(9),
    request: '“想说说宿舍的事。”',
    bookedFor: '2026-11-21T12:10',
    arrivedAt: '2026-11-21T12:08',
    endedAt: '2026-11-21T12:50',
    doorOpen: null,
  },
  note: {
    id: id(4),
    visitId: id(3),
    studentId,
    state: 'signed',
    version: 7,
    body: { ...SHORT_NOTE, ...change },
    savedAt: '2026-11-21T04:55:00.000Z',
    writtenBy: TEACHER,
    signedAt: '2026-11-21T05:02:00.000Z',
    signedBy: TEACHER,
    addenda: [
      {
        id: id(5),
        text: '家长来电，确认本周末接回家中休息，周一返校。',
        writtenAt: '2026-11-22T01:10:00.000Z',
        writtenBy: TEACHER,
      },
    ],
  },
  risk: { rank: 1, reason: '因宿舍关系情绪低落、退缩两周，支持较好。', setAt: '2026-11-14T12:50', setBy: TEACHER },
})

const NOTICE = `欢迎你来到心理辅导室。在开始之前，请你了解以下几点：
一、心理辅导帮助你梳理困扰、寻找办法。辅导老师不作医学诊断，不开药，也不出具诊断证明。
二、辅导自愿参加，对本校学生免费。一般每次不超过 50 分钟，多为每周一次；需要改时间请提前一天告诉老师。
三、你说的话会被保密，记录由辅导室加密保管，不进入综合评价，也不影响升学和评优。
四、以下情况老师必须打破保密，并会尽量事先告诉你：你或他人的生命安全有危险；你受到或可能受到侵害、虐待；法律规定必须提供。
五、录音、录像、做测评、与家长或班主任谈你的情况，都会先征得你的同意；未满十四周岁的，还须监护人同意。
六、你可以询问老师的资格，可以随时提出不同意见，可以请求更换老师或结束辅导。
七、请你诚实、认真地对待每一次谈话，按时来。`

const SIGNED = {
  confidentiality: 'confidentiality',
  'work-agreement': 'agreement',
  'recording-consent': 'recording',
} as const
/** A paper to be signed, with the text a new room starts with. */
export const signedPaper = (form: keyof typeof SIGNED, language: Language): PrintModel => ({
  ...notice(),
  form,
  noticeText: defaultPaperTexts(language)[SIGNED[form]].text,
})

export const notice = (): PrintModel => ({
  ...empty('notice'),
  noticeText: NOTICE,
  consents: [
    {
      id: id(20),
      studentId,
      kind: 'notice',
      textVersion: '1',
      givenOn: '2026-10-09',
      signer: 'student',
      signerName: NAME,
      mode: 'screen',
      scope: '',
      givenTo: TEACHER,
      ...AGREED,
      withdrawnOn: null,
      enteredAt: '2026-10-09T04:00:00.000Z',
    },
    {
      id: id(21),
      studentId,
      kind: 'counseling',
      textVersion: '1',
      givenOn: '2026-10-09',
      signer: 'father',
      signerName: FATHER,
      mode: 'paper',
      scope: '',
      givenTo: TEACHER,
      ...AGREED,
      withdrawnOn: null,
      enteredAt: '2026-10-09T04:00:00.000Z',
    },
    {
      id: id(22),
      studentId,
      kind: 'sharing',
      textVersion: '1',
      givenOn: '2026-10-16',
      signer: 'student',
      signerName: NAME,
      mode: 'spoken',
      scope: '班主任，只谈座位与宿舍',
      givenTo: TEACHER,
      ...AGREED,
      withdrawnOn: '2026-11-02',
      enteredAt: '2026-10-16T04:00:00.000Z',
    },
  ],
})

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
      reportedTo: `16:25 分管校长${DIRECTOR}；16:40 德育处；校长决定不另行上报。`,
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
    caseId,
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
