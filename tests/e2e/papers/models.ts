import { EMPTY_NOTE } from '#contract/note-parts'
import { defaultPaperTexts } from '#core/consents/default-texts'
import type { Language } from '#contract/vault'
import type { PrintModel } from '#contract/prints'
import { parentsOf, person, SCHOOL, STAFF } from '#tests/people'

const NAME = person('li-ruoxi').name
const FATHER = parentsOf(NAME, 1).father
const TEACHER = STAFF.counselor.name
const CLASS_TEACHER = STAFF.classTeacher.name

export const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
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
const AGREED = {
  answer: 'agrees',
  relation: '',
  sharedWith: null,
  validUntil: null,
  withdrawnReason: '',
  withdrawnTo: null,
} as const

const SHORT_NOTE = {
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
