import { addMinutes, minutesBetween } from '#contract/calendar'
import type { Account } from '#contract/settings'
import type { Student } from '#contract/students'
import type { VisitFields } from '#contract/visits'
import type { BookingSlot } from '#lib/dialogs'
import { localNow } from '#lib/format'

export type When = 'now' | 'earlier' | 'booked'
/** How a booking stands in the calendar. `everyWeeks`: 0 happens once. */
export type Booking = { at: string | null; minutes: number; everyWeeks: number; times: number; overReason: string }
/** What a registration holds until it is sent; `when: 'now'` takes its time at that moment. */
export type VisitForm = Omit<VisitFields, 'bookedFor' | 'arrivedAt' | 'endedAt'> & Booking & { when: When }

export const emptyVisitForm = (receiverId: string, place: string, minutes: number, slot?: BookingSlot): VisitForm => ({
  // A place of the calendar that is over is for what has been.
  when: slot ? (slot.from < localNow() ? 'earlier' : 'booked') : 'now',
  at: slot?.from ?? null,
  minutes: slot ? minutesBetween(slot.from, slot.until) : minutes,
  everyWeeks: 0,
  times: 4,
  overReason: '',
  channel: 'in-person',
  source: 'self',
  visitor: 'student',
  primaryProblem: null,
  otherProblems: [],
  place,
  receiverId: slot?.receiverId ?? receiverId,
  request: '',
  doorOpen: null,
})

/** Whoever counsels receives; at the duty desk it is the first counselor until another is chosen. */
export const receiverFor = (me: Account, accounts: readonly Account[]): string =>
  (me.roles.includes('counselor') ? me : (accounts.find(({ roles }) => roles.includes('counselor')) ?? me)).id

/** 异性咨询: the door or window rule holds when both sexes are known and differ. */
export const needsOpenDoor = (receiver: Account | undefined, student: Student | undefined): boolean =>
  Boolean(receiver?.sex && student?.sex && receiver.sex !== student.sex)

export const fieldsOf = (form: VisitForm, hasDoorRule: boolean): VisitFields => {
  const {
    when,
    at,
    minutes: _minutes,
    everyWeeks: _everyWeeks,
    times: _times,
    overReason: _overReason,
    ...facts
  } = form
  return {
    ...facts,
    doorOpen: hasDoorRule ? (facts.doorOpen ?? false) : null,
    bookedFor: when === 'booked' ? at : null,
    arrivedAt: when === 'now' ? localNow() : when === 'earlier' ? at : null,
    endedAt: null,
  }
}

/** What is booked beside the fields of the visit. */
export const bookingOf = ({ at, minutes, everyWeeks, times, overReason }: Booking) => ({
  until: addMinutes(at ?? localNow(), minutes),
  overReason: overReason.trim(),
  repeat: everyWeeks === 0 ? null : { everyWeeks, times },
})
