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

export const CASE_STATES = ['open', 'closed'] as const
export const CASE_EVENTS = ['opened', 'closed', 'reopened'] as const
export const CLOSE_REASONS = [
  'goal-reached',
  'agreed',
  'dropped-out',
  'referred-inside',
  'referred-outside',
  'leave-or-hospital',
  'graduated',
  'transferred',
  'out-of-scope',
  'died',
  'relation-overstepped',
] as const

/** The way of a case (capabilities.md §2): 登记 → 告知与同意 → 关系声明 → 初访评估 → 方案 → 会谈 → 回顾 → 结案 → 归档. */
export const CASE_STAGES = [
  'registered',
  'agreed',
  'declared',
  'assessed',
  'planned',
  'sessions',
  'reviewed',
  'closed',
  'archived',
] as const
export type CaseStage = (typeof CASE_STAGES)[number]
/** What the school asks for on that way besides consents; the rest is always asked. */
export const CASE_NEEDS = ['entry', 'declaration', 'intake', 'plan', 'review'] as const
/** What can be missing on it. */
export const CASE_LACKS = [
  'visit',
  'entry',
  'consent',
  'guardian',
  'declaration',
  'reassign',
  'intake',
  'plan',
  'plan-agreed',
  'note',
  'door',
  'test',
  'review',
  'crisis',
  'closure',
  'papers',
  'archive',
] as const
export type CaseLack = (typeof CASE_LACKS)[number]
/** What a complete file holds (S23); the school chooses which of it counts. */
export const FILE_FIELDS = [
  'sex',
  'birth-date',
  'class',
  'student-no',
  'guardian',
  'guardian-phone',
  'address',
  'head-teacher',
  'source',
  'problem',
  'notice',
  'consent',
  'declaration',
] as const
export type FileField = (typeof FILE_FIELDS)[number]
/** How counselor and student know each other outside the room (S24). */
export const CASE_RELATIONS = ['none', 'class-teacher', 'teaches', 'relative', 'acquaintance', 'other'] as const
export const RELATION_DECISIONS = ['continue', 'reassign'] as const
/** What the student said to a change of counselor (S43). */
export const CLIENT_VIEWS = ['agrees', 'declines', 'not-asked'] as const
/** How steady it is (S36); nothing set counts as `watch`. */
export const STABILITIES = ['stable', 'watch', 'unstable'] as const
export type Stability = (typeof STABILITIES)[number]
/** What a ladder of follow-ups comes after (S35). */
export const FOLLOWUP_CAUSES = ['first-visit', 'crisis', 'closure', 'return'] as const
export type FollowupCause = (typeof FOLLOWUP_CAUSES)[number]
/** Nobody is sought out but with their consent or because of a crisis (000-M 6, S17). */
export const FOLLOWUP_BASES = ['agreed', 'crisis'] as const
export const FOLLOWUP_STATES = ['due', 'done', 'dropped'] as const
export const FOLLOWUP_WAYS = ['in-person', 'phone', 'message', 'through-teacher', 'through-parent'] as const
export const FOLLOWUP_OUTCOMES = ['fine', 'watch', 'worse', 'not-reached'] as const
export const GROWTH_KINDS = ['gain', 'effort', 'event', 'school-result', 'praise', 'remark'] as const
export type GrowthKind = (typeof GROWTH_KINDS)[number]
/** Lists of archived cases (S58). */
export const ARCHIVE_VIEWS = ['to-archive', 'archived', 'due', 'destroyed'] as const
export type ArchiveView = (typeof ARCHIVE_VIEWS)[number]
export const RETENTION_STARTS = ['closing', 'leaving'] as const
/** What lies in the paper file of a case (S59, F17). */
export const PAPER_ITEMS = [
  'registration',
  'first-record',
  'notice',
  'confidentiality',
  'guardian-consent',
  'plan',
  'test-sheets',
  'referral-slips',
  'closure-form',
  'other',
] as const
export const PAPER_STATES = ['there', 'promised', 'not-needed'] as const
/** What a case asks attention for: nothing written since it was taken on, no contact in its window, a paper not brought. */
export const ATTENTION_KINDS = ['stalled', 'no-contact', 'paper'] as const

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
/** 阶段小结 (S38): a text that is begun, finished, handed over; or none for this case. */
export const STAGE_STATES = ['draft', 'finished', 'delivered', 'skipped'] as const
export type StageState = (typeof STAGE_STATES)[number]
export const STAGE_WAYS = ['in-person', 'with-student', 'home-visit', 'message'] as const
/** What is to be done about a summary next. */
export const STAGE_DUES = ['draft', 'finish', 'deliver'] as const
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

/** How an intake was made (S27). */
export const INTAKE_METHODS = ['talk', 'questionnaire', 'test', 'observation', 'parent-talk'] as const
/** What every intake asks about safety: hurting oneself, being hurt, hurting somebody. */
export const SAFETY_QUESTIONS = ['self', 'by-others', 'to-others'] as const
export const SAFETY_ANSWERS = ['no', 'yes', 'not-asked'] as const
/** Kind of counseling (S74). */
export const SERVICES = ['psychological', 'career'] as const
/** What career counseling is made of (S74). */
export const CAREER_CONTENTS = ['exploration', 'self-knowledge', 'planning', 'decision'] as const
export const PLAN_STATES = ['draft', 'active', 'replaced'] as const
export const GOAL_STATES = ['open', 'reached', 'dropped'] as const
/** Where a goal stands when it is looked back upon (S34). */
export const GOAL_STANDINGS = ['reached', 'partly', 'not-yet', 'dropped'] as const
export const DEPENDENCES = ['none', 'some', 'strong'] as const
export const REVIEW_DECISIONS = ['continue', 'adjust', 'refer', 'close'] as const
