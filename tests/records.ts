import { clockFrom } from '#electron/host/clock'
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
