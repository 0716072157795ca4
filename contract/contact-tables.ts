/** Closed lists of the people around a student: what is said, written, handed in and arranged; as `code-tables.ts`. */

/** People around a student (S39); `student` stands for calls with the student. */
export const RELATIONS = [
  'student',
  'mother',
  'father',
  'guardian',
  'relative',
  'class-teacher',
  'teacher',
  'dormitory',
  'peer',
  'other',
] as const
export type Relation = (typeof RELATIONS)[number]
/** What somebody may know of a student's way here, as agreed with the student. `nothing` stands alone. */
export const MAY_KNOW = ['nothing', 'comes', 'attendance', 'summary', 'help', 'crisis'] as const
export type MayKnow = (typeof MAY_KNOW)[number]
/** What somebody was told; `more` is whatever no agreement covers. */
export const TOLD_TOPICS = ['comes', 'attendance', 'summary', 'help', 'crisis', 'more'] as const
export type ToldTopic = (typeof TOLD_TOPICS)[number]
/** Why more was told than was agreed: the exceptions to confidentiality of the notice. */
export const EXCEPTION_GROUNDS = ['harm-self', 'harm-others', 'abuse', 'law'] as const
/** 资助 that a school gives or arranges (S46). */
export const AID_KINDS = ['subsidy', 'loan', 'work-study', 'temporary', 'other'] as const
/** `waiting`: the office is still at it. */
export const AID_STATES = ['sent', 'waiting', 'granted', 'not-granted', 'withdrawn'] as const
export const AID_ANSWERS = ['granted', 'not-granted', 'waiting'] as const
export const AID_AGREED = ['student', 'guardian'] as const
/** `enquiry` and `after-visit` have their own time for an answer (000-N); `arrival`: somebody says the student is home (S49). */
export const CONTACT_KINDS = ['other', 'enquiry', 'after-visit', 'first-parent', 'feedback', 'arrival'] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]
export const CONTACT_WAYS = ['phone', 'message', 'in-person', 'home-visit', 'video', 'paper'] as const
export const CONTACT_DIRECTIONS = ['in', 'out'] as const
export const CONTACT_OUTCOMES = ['reached', 'not-reached', 'not-permitted'] as const
/** What a month brings a case: a talk with the parents, a call or message, nothing (S40). */
export const MONTH_CHOICES = ['conference', 'contact', 'none'] as const
export type MonthChoice = (typeof MONTH_CHOICES)[number]
/** Talks that are still to be held: with the parents this month, before a first session (S40, S41). */
export const CONFERENCE_DUES = ['parents', 'briefing'] as const
/** Why a contact stands on the list of what is due. */
export const CONTACT_DUES = ['reply', 'next', 'arrival', 'first-parent', 'feedback'] as const
/** Parents, the hand-over before a first session, colleagues over a case without its name (S40–S42). */
export const CONFERENCE_KINDS = ['parents', 'briefing', 'discussion'] as const
export const LETTER_WRITERS = ['signed', 'anonymous'] as const
export const LETTER_STATES = ['unread', 'read', 'answered', 'booked', 'requested', 'crisis', 'filed'] as const
export type LetterState = (typeof LETTER_STATES)[number]
/** Who hands in an observation (S45). */
export const REPORTERS = [
  'class-teacher',
  'subject-teacher',
  'dormitory',
  'peer',
  'school-doctor',
  'parent',
  'other',
] as const
/** What was seen: behaviour, never a name for it. The last five ask for somebody today. */
export const OBSERVATION_SIGNS = [
  'low-mood',
  'irritable',
  'crying',
  'withdrawn',
  'conflict',
  'bullied',
  'marks-fall',
  'distracted',
  'absent',
  'sleepy',
  'eating',
  'unwell',
  'phone',
  'family-event',
  'other-sign',
  'hopeless-words',
  'speaks-of-death',
  'self-harm-marks',
  'gives-away',
  'threatens',
] as const
export type ObservationSign = (typeof OBSERVATION_SIGNS)[number]
export const GRAVE_SIGNS: readonly ObservationSign[] = OBSERVATION_SIGNS.slice(-5)
export const OBSERVATION_STATES = ['open', 'done'] as const
export const OBSERVATION_OUTCOMES = [
  'booked',
  'waiting',
  'requested',
  'crisis',
  'teacher-watches',
  'declined',
  'no-need',
] as const
