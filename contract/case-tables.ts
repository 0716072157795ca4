/** Closed lists of a case and its course, from its opening to its archive; as `code-tables.ts`. */

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

/** 阶段小结 (S38): a text that is begun, finished, handed over; or none for this case. */
export const STAGE_STATES = ['draft', 'finished', 'delivered', 'skipped'] as const
export const STAGE_WAYS = ['in-person', 'with-student', 'home-visit', 'message'] as const
/** What is to be done about a summary next. */
export const STAGE_DUES = ['draft', 'finish', 'deliver'] as const

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
