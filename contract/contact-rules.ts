import { addMinutes } from '#contract/calendar'
import type { ContactKind, MayKnow, ToldTopic } from '#contract/contact-tables'

/** What the school has agreed on for calls, letters and observations. It stands alone so that the window can reckon with it. */
export type ContactRules = {
  /** Hours until somebody who asked is called back (000-N). */
  enquiryHours: number
  /** Hours until somebody hears back after a visit; in busy weeks the shorter time holds. */
  afterVisitHours: number
  peakHours: number
  isPeak: boolean
  /** Days until a letter is answered. */
  letterDays: number
  /** Ask whether the student is home: from this level on, and whenever a visit begins at or after this time of day (S49). */
  asksArrival: boolean
  arrivalRank: number
  arrivalFrom: string
  /** Remind of the first call to the parents, where one of them may know (S37). */
  asksFirstParent: boolean
  /** Remind of asking student, teacher and parent after the first session (S37). */
  asksFeedback: boolean
}

export const DEFAULT_CONTACT_RULES: ContactRules = {
  enquiryHours: 24,
  afterVisitHours: 36,
  peakHours: 24,
  isPeak: false,
  letterDays: 3,
  asksArrival: true,
  arrivalRank: 1,
  arrivalFrom: '18:00',
  asksFirstParent: false,
  asksFeedback: false,
}

/** Until when somebody waits for an answer by the school's rule (000-N). */
export const replyDueOf = (rules: ContactRules, kind: ContactKind, at: string): string =>
  addMinutes(
    at,
    60 * (kind === 'after-visit' ? (rules.isPeak ? rules.peakHours : rules.afterVisitHours) : rules.enquiryHours),
  )

/** What somebody who is off the list by now might know: what was told then without a ground. */
export const agreedThen = (before: { toldTopics: readonly ToldTopic[]; exceptionGround: string | null }): MayKnow[] =>
  before.exceptionGround === null ? before.toldTopics.filter((topic) => topic !== 'more') : []

/** Which of what was told is covered by no agreement. With the student nothing has to be agreed. */
export const toldBeyond = (relation: string, mayKnow: readonly MayKnow[], told: readonly ToldTopic[]): ToldTopic[] =>
  relation === 'student' ? [] : told.filter((topic) => topic === 'more' || !mayKnow.includes(topic))
