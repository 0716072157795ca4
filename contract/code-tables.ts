/**
 * Closed lists that records use. The keys are stored; the words on screen and paper come from the language files
 * (`codes.<list>.<key>`). Sources: domain.md §3, 《中小学心理辅导室建设指南》(2015) for the six official areas.
 */
export const STAGES = ['primary', 'junior', 'senior', 'college'] as const
export const SEXES = ['male', 'female'] as const
export const STUDENT_KINDS = ['roster', 'guest', 'alias'] as const

export const CHANNELS = ['in-person', 'phone', 'video', 'letter', 'home-visit', 'group', 'parent-interview'] as const
export const SOURCES = [
  'self',
  'class-teacher',
  'subject-teacher',
  'parent',
  'peer',
  'screening',
  'observation',
  'leader',
  'outside',
  'other',
] as const
/** Who sat in the room. */
export const VISITORS = ['student', 'parent', 'teacher'] as const

/** Two levels: parent area → problems (domain.md §3.1). A visit names one primary problem and any others. */
export const PROBLEM_AREAS = {
  learning: ['study-pressure', 'motivation', 'exam-anxiety', 'study-method', 'school-refusal'],
  relations: ['peers', 'teacher-relation', 'dormitory', 'bullying'],
  family: ['family-conflict', 'divorce', 'left-behind', 'bereavement', 'family-violence'],
  emotion: ['low-mood', 'anxiety', 'anger', 'other-emotion'],
  self: ['low-self-esteem', 'identity', 'body-image'],
  love: ['love', 'sexuality'],
  adaptation: ['new-student', 'transfer', 'boarding-life'],
  behavior: ['phone-internet', 'self-harm', 'aggression', 'discipline'],
  body: ['sleep', 'eating', 'somatic'],
  career: ['career', 'entrance', 'employment'],
  trauma: ['trauma'],
  suspected: ['suspected-disorder'],
  crisis: ['suicide-risk', 'harm-others'],
  adult: ['adult-visitor'],
  other: ['other-problem'],
} as const
export type ProblemArea = keyof typeof PROBLEM_AREAS
export const PROBLEMS = Object.values(PROBLEM_AREAS).flat() as unknown as [Problem, ...Problem[]]
export type Problem = (typeof PROBLEM_AREAS)[ProblemArea][number]

/** Parent area of a problem. */
export const areaOf = (problem: Problem): ProblemArea =>
  (Object.keys(PROBLEM_AREAS) as ProblemArea[]).find((area) =>
    (PROBLEM_AREAS[area] as readonly Problem[]).includes(problem),
  ) ?? 'other'

export const VISIT_STATES = ['booked', 'arrived', 'ended', 'no-show', 'cancelled'] as const
/** 放假、调休上课、考试周、临时停开 of the room's calendar. `extra` is a day that is worked instead of another. */
export const CLOSED_DAY_KINDS = ['holiday', 'exam', 'closed', 'extra'] as const
/** What speaks against a time for an appointment; the order in which they are said. */
export const FINDINGS = [
  'clash-counselor',
  'clash-room',
  'clash-student',
  'no-break',
  'apart',
  'not-then',
  'closed-day',
  'exam-week',
  'outside-hours',
  'not-on-duty',
  'busy',
  'too-long',
  'too-late',
  'no-shows',
] as const
export type FindingKind = (typeof FINDINGS)[number]
/** How a name on the waiting list came off it. */
export const WAIT_OUTCOMES = ['booked', 'not-needed', 'declined', 'referred', 'not-reached', 'other'] as const
export type WaitOutcome = (typeof WAIT_OUTCOMES)[number]
/** What one shift leaves to the next (早晚班交接). */
export const HANDOVER_LISTS = ['open-crises', 'followups-due', 'letters-unread', 'calls-to-return'] as const
export type HandoverList = (typeof HANDOVER_LISTS)[number]

export const NOTE_STATES = ['draft', 'signed'] as const

export const CONSENT_KINDS = [
  'notice',
  'counseling',
  'recording',
  'testing',
  'sharing',
  'discussion',
  'agreement',
  'confidentiality',
] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]
export const CONSENT_ANSWERS = ['agrees', 'declines'] as const
/** With whom something may be shared (domain.md §2.3). */
export const SHARED_WITH = ['class-teacher', 'guardians', 'school', 'hospital', 'other'] as const
/** How long a consent holds unless another day is named. */
export const CONSENT_SPANS = ['term', 'school-year', 'always'] as const
export const CONSENT_MODES = ['paper', 'screen', 'spoken'] as const
export const SIGNERS = ['student', 'mother', 'father', 'guardian'] as const

/** Steps of the crisis card in the order of its number keys (DESIGN.md §5, domain.md §2.6). */
export const CRISIS_STEPS = [
  'accompanied',
  'means-removed',
  'leader-told',
  'guardian-reached',
  'risk-assessed',
  'sent-to-care',
  'mandatory-report',
  'guardian-handover',
] as const
export type CrisisStep = (typeof CRISIS_STEPS)[number]
/** Without these two a crisis is not closed silently: law says guardians are told at once (预防未成年人犯罪法 art. 19). */
export const REPORTING_STEPS = ['leader-told', 'guardian-reached'] as const satisfies readonly CrisisStep[]
export const CRISIS_STATES = ['open', 'closed'] as const
export const CRISIS_OUTCOMES = ['stable', 'with-guardian', 'in-care', 'referred', 'unfounded'] as const

export const REFERRAL_KINDS = ['inside', 'outside'] as const
export const URGENCIES = ['routine', 'soon', 'urgent'] as const
export const INSTITUTIONS = [
  'in-school',
  'district-center',
  'psychiatric',
  'general-hospital',
  'childrens-hospital',
  'social',
  'hotline',
  'police',
  'civil-affairs',
  'women-federation',
  'other',
] as const
export const REFERRAL_STATES = ['sent', 'returned', 'withdrawn'] as const
export const GUARDIAN_ANSWERS = ['agrees', 'considers', 'declines', 'not-reached', 'not-needed'] as const
export const RETURN_ADVICE = [
  'medication',
  'follow-up',
  'inpatient',
  'leave',
  'counseling',
  'accompany',
  'none',
] as const

/** What a scan, a picture or a PDF belongs to. */
export const ATTACHMENT_ABOUTS = [
  'student',
  'case',
  'visit',
  'consent',
  'referral',
  'crisis',
  'contact',
  'conference',
  'letter',
  'observation',
  'archive',
] as const
export type AttachmentAbout = (typeof ATTACHMENT_ABOUTS)[number]
export const ATTACHMENT_KINDS = ['signed-paper', 'medical', 'work', 'letter', 'signature', 'other'] as const
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]

/** Papers the room files (capabilities.md §4: F03, F07, F11, F19, F21, F45; S29–S31). */
export const PRINT_FORMS = [
  'visit-record',
  'notice',
  'crisis-report',
  'referral',
  'termly-report',
  'test-explanation',
  'test-result',
  'test-result-student',
  'instrument-list',
  'screening-summary',
  'backup-certificate',
  'audit-witness',
  'intake',
  'plan',
  'review',
  'stage',
  'feedback',
  'conference',
  'conference-parents',
  'contact-log',
  'letterbox',
  'observation',
  'followups',
  'closure',
  'termination',
  'growth',
  'archive-list',
  'file-checklist',
  'destruction',
  'confidentiality',
  'work-agreement',
  'recording-consent',
  'attachment',
  'appointment-slip',
  'appointment-register',
  'roster',
  'opening-hours',
  'daily-log',
  'aid-slip',
] as const

/** How a test is given (S29); `scores` and `imported` bring scores that were reckoned elsewhere. */
export const TEST_MODES = ['kiosk', 'aloud', 'paper', 'interview', 'scores', 'imported'] as const
export type TestMode = (typeof TEST_MODES)[number]
/** `open`: being filled in or paused; `scored`: waits for its interpretation (S30). */
export const TEST_STATES = ['open', 'scored', 'interpreted', 'withdrawn'] as const
export type TestState = (typeof TEST_STATES)[number]
export const FEEDBACK_TO = ['student', 'guardian', 'both'] as const
/** What came out of seeing a student in person after a critical answer or a flag. */
export const SEEN_OUTCOMES = ['confirmed', 'watch', 'false-alarm', 'crisis', 'referred', 'declined'] as const
export type SeenOutcome = (typeof SEEN_OUTCOMES)[number]
/** Where one student stands in a screening round (S31): 应测, 实测, 缺测, 免测. */
export const ENTRY_STATES = ['due', 'done', 'absent', 'excused'] as const
export type EntryState = (typeof ENTRY_STATES)[number]
export const ROUND_STATES = ['open', 'closed'] as const
