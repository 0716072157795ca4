import { clockFrom } from '#electron/host/clock'
import type { AidFields } from '#contract/aid'
import type { AcceptanceFields } from '#contract/acceptances'
import type { ConferenceFields } from '#contract/conferences'
import type { ConsentFields } from '#contract/consents'
import type { ContactFields } from '#contract/contacts'
import type { DeclineFields } from '#contract/declines'
import type { ObservationFields } from '#contract/observations'
import type { ReferralFields } from '#contract/referrals'
import type { ReviewFields } from '#contract/reviews'
import type { StageFields } from '#contract/stages'
import type { VisitFields } from '#contract/visits'
import { MORNING } from '#tests/context'

/** A student who walks in at eight, received by `receiverId`. */
export const walkIn = (receiverId: string, change: Partial<VisitFields> = {}): VisitFields => ({
  channel: 'in-person',
  source: 'self',
  visitor: 'student',
  primaryProblem: 'peers',
  otherProblems: [],
  place: '个别辅导室',
  receiverId,
  request: '',
  bookedFor: null,
  arrivedAt: clockFrom(() => MORNING).localNow(),
  endedAt: null,
  doorOpen: null,
  ...change,
})

/** A referral to a hospital that the guardian agrees with. */
export const referralFields = (change: Partial<ReferralFields> = {}): ReferralFields => ({
  kind: 'outside',
  urgency: 'soon',
  reason: '三周以来每晚睡眠不足四小时，上课时多次哭泣',
  doneSoFar: '面谈四次',
  options: ['市精神卫生中心', '市儿童医院'],
  choice: '市精神卫生中心',
  institutionKind: 'psychiatric',
  institution: '市精神卫生中心',
  department: '儿童青少年科',
  clientView: '愿意去看看',
  guardianAnswer: 'agrees',
  guardianInformedAt: '2026-11-20T17:00',
  guardianName: '陈女士',
  guardianWords: '周末带去',
  referredAt: '2026-11-20T17:30',
  returnDue: '2026-11-27',
  ...change,
})

/** The notice, read and signed by the student today. */
export const consentFields = (change: Partial<ConsentFields> = {}): ConsentFields => ({
  kind: 'notice',
  textVersion: '1',
  givenOn: '2026-11-21',
  signer: 'student',
  signerName: '',
  mode: 'paper',
  scope: '',
  ...change,
})

/** A call to the student's mother about nothing in particular. */
export const contactFields = (change: Partial<ContactFields> = {}): ContactFields => ({
  kind: 'enquiry',
  at: '2026-11-20T16:00',
  minutes: 10,
  direction: 'in',
  way: 'phone',
  outcome: 'reached',
  personId: null,
  name: '陈女士',
  relation: 'mother',
  summary: '',
  toldTopics: [],
  told: '',
  exceptionGround: null,
  answer: '',
  agreed: '',
  awaitsReply: false,
  replyDue: null,
  dueReason: '',
  nextOn: null,
  nextTopic: '',
  leftAt: null,
  collectedBy: '',
  ...change,
})

/** A class teacher asks that somebody be taken on. */
export const acceptanceFields = (change: Partial<AcceptanceFields> = {}): AcceptanceFields => ({
  askedOn: '2026-11-19',
  source: 'class-teacher',
  askedBy: '吴老师',
  basis: 'brought',
  urgency: 'routine',
  concern: '一个月来上课走神，常说累',
  promises: '',
  ...change,
})

/** Asked after a screening, and not now. */
export const declineFields = (change: Partial<DeclineFields> = {}): DeclineFields => ({
  onDay: '2026-11-20',
  askedBecause: 'screening',
  words: '现在不想谈，期中考完再说',
  askAgainOn: null,
  ...change,
})

/** What a class teacher hands in on paper. */
export const observationFields = (change: Partial<ObservationFields> = {}): ObservationFields => ({
  observedOn: '2026-11-19',
  reporter: '吴老师',
  reporterRole: 'class-teacher',
  signs: ['low-mood', 'withdrawn'],
  text: '一周来课间总是一个人',
  urgency: 'soon',
  doneAlready: '谈过一次',
  ...change,
})

/** The student has agreed that the aid office is told a little. */
export const aidFields = (change: Partial<AidFields> = {}): AidFields => ({
  onDay: '2026-10-19',
  kind: 'temporary',
  office: '学生资助办',
  reason: '父亲病后家里只有母亲一人做工',
  told: '家里近期有变故，请按临时困难补助的办法看看能否帮上忙',
  agreedBy: ['student'],
  exceptionGround: null,
  answerDue: null,
  ...change,
})

/** A talk with both parents at school. */
export const conferenceFields = (change: Partial<ConferenceFields> = {}): ConferenceFields => ({
  kind: 'parents',
  at: '2026-11-19T16:00',
  minutes: 50,
  place: '接待室',
  attendees: [{ name: '陈女士', role: '母亲' }],
  aims: '了解在家的作息',
  atHome: '晚睡',
  atSchool: '上课犯困',
  course: '',
  effect: '',
  agreed: '十点前放下手机',
  inside: '',
  nextOn: null,
  ...change,
})

/** A summary whose second text is for the family; for whom is still to be said. */
export const stageFields = (change: Partial<StageFields> = {}): StageFields => ({
  text: '四次面谈，练习在小组里开口；上周主动约了一次同桌。',
  nextSteps: '继续每周一次，下一步是宿舍。',
  familyText: '这一阶段孩子按时来，愿意说话。请在家里多听少问。',
  toldTopics: ['summary'],
  personId: null,
  receiver: '',
  relation: null,
  exceptionGround: null,
  ...change,
})

/** A look back at a case without a plan: nothing rated, and it goes on. */
export const reviewFields = (change: Partial<ReviewFields> = {}): ReviewFields => ({
  onDay: '2026-11-21',
  goals: [],
  satisfaction: null,
  satisfactionWords: '',
  tool: '',
  dependence: 'none',
  decision: 'continue',
  note: '',
  nextOn: null,
  ...change,
})
