import type { Subject } from '#contract/procedure'

/**
 * Every form that keeps what is typed, and which kinds of record its `subjectId` may name; none: it is about nobody in particular.
 * The window may not open a draft under any other name (`DraftKey`), and Today has a place to go on for each.
 */
export const DRAFT_FORMS = {
  acceptance: ['student'],
  'acceptance-answer': ['acceptance'],
  'acceptance-change': ['acceptance'],
  addendum: ['visit'],
  aid: ['student'],
  'aid-answer': ['aid'],
  'aid-change': ['aid'],
  apart: ['case'],
  assessment: ['student'],
  attachment: ['attachment'],
  briefing: ['case'],
  'close-case': ['case'],
  'close-crisis': ['crisis'],
  conference: ['conference', 'case'],
  consent: ['student'],
  'consent-withdrawal': ['student'],
  contact: ['student'],
  'contact-answer': ['contact'],
  'contact-change': ['contact'],
  'crisis-line': ['crisis'],
  'day-end': [],
  declaration: ['case'],
  decline: ['student'],
  'decline-change': ['decline'],
  destroy: ['case'],
  entry: ['case'],
  'first-feedback': ['student'],
  followup: ['followup'],
  growth: ['growth', 'student'],
  'hand-over': [],
  hardship: ['student'],
  'intake-reopening': ['case'],
  interpretation: ['assessment'],
  letter: [],
  'letter-reply': ['letter'],
  'letter-summary': ['letter'],
  observation: ['student'],
  'observation-outcome': ['observation'],
  person: ['person', 'student'],
  referral: ['student'],
  return: ['referral'],
  review: ['case'],
  'review-change': ['review'],
  risk: ['student'],
  'screening-import': [],
  'screening-seen': ['student'],
  'shift-handover': [],
  stability: ['case'],
  stage: ['case'],
  'stage-text': ['stage'],
  student: ['student'],
  task: ['task'],
  thresholds: [],
  transfer: ['case'],
  visit: ['student'],
  wait: ['student'],
} as const satisfies Record<string, readonly Subject[]>
export type DraftForm = keyof typeof DRAFT_FORMS

/** The form as the vault names it; where there is one for each day or instrument, that follows after a blank. */
export type DraftKey = DraftForm | `day-end ${string}` | `thresholds ${string}`

/** Null for a form that nobody knows any more. */
export function draftFormOf(key: string): DraftForm | null {
  const [form = ''] = key.split(' ')
  return Object.hasOwn(DRAFT_FORMS, form) ? (form as DraftForm) : null
}
