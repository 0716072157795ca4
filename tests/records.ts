import { clockFrom } from '#electron/host/clock'
import type { ReferralFields } from '#contract/referrals'
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
