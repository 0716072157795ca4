import type { Account } from '#contract/settings'
import type { Student } from '#contract/students'
import type { VisitFields } from '#contract/visits'
import { localNow } from '#lib/format'

export type When = 'now' | 'earlier' | 'booked'
/** What a registration holds until it is sent; `when: 'now'` takes its time at that moment. */
export type VisitForm = Omit<VisitFields, 'bookedFor' | 'arrivedAt' | 'endedAt'> & { when: When; at: string | null }

export const emptyVisitForm = (receiverId: string, place: string): VisitForm => ({
  when: 'now',
  at: null,
  channel: 'in-person',
  source: 'self',
  visitor: 'student',
  primaryProblem: null,
  otherProblems: [],
  place,
  receiverId,
  request: '',
  doorOpen: null,
})

/** Whoever counsels receives; at the duty desk it is the first counselor until another is chosen. */
export const receiverFor = (me: Account, accounts: readonly Account[]): string =>
  (me.roles.includes('counselor') ? me : (accounts.find(({ roles }) => roles.includes('counselor')) ?? me)).id

/** 异性咨询: the door or window rule holds when both sexes are known and differ. */
export const needsOpenDoor = (receiver: Account | undefined, student: Student | undefined): boolean =>
  Boolean(receiver?.sex && student?.sex && receiver.sex !== student.sex)

export const fieldsOf = ({ when, at, ...facts }: VisitForm, hasDoorRule: boolean): VisitFields => ({
  ...facts,
  doorOpen: hasDoorRule ? (facts.doorOpen ?? false) : null,
  bookedFor: when === 'booked' ? at : null,
  arrivedAt: when === 'now' ? localNow() : when === 'earlier' ? at : null,
  endedAt: null,
})
