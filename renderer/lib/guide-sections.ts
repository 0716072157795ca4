import { matchPath } from 'react-router'
import type { DialogKind } from '#lib/dialogs'

/** Where the guide opens for each page; a fuller path stands before a shorter one that would also fit. */
export const GUIDE_OF_PAGES: Record<string, string> = {
  '/': 'today',
  '/calendar': 'calendar',
  '/students': 'finding',
  '/students/:studentId': 'student',
  '/visits/:visitId/note': 'notes',
  '/cases': 'cases',
  '/cases/:caseId': 'case',
  '/cases/:caseId/intake': 'intake',
  '/plans/:planId': 'plan',
  '/registers': 'letters',
  '/registers/observations': 'observations',
  '/registers/acceptances': 'taking-on',
  '/registers/contacts': 'contacts',
  '/registers/logs': 'day-end',
  '/registers/:tab': 'letters',
  '/tests': 'results',
  '/assessments/:assessmentId': 'results',
  '/screenings': 'screening',
  '/screenings/:roundId': 'screening',
  '/instruments': 'instruments',
  '/crises': 'crisis',
  '/crises/:crisisId': 'crisis',
  '/referrals/:referralId': 'referral',
  '/supervision': 'supervision',
  '/supervision/:caseId': 'supervision',
  '/print/appointment-slip/:subjectId': 'printing',
  '/print/:form/:subjectId': 'printing',
  '/reports': 'reports',
  '/imports': 'roster',
  '/backups': 'backups',
  '/settings': 'settings',
}

/** Where it opens for a tab of the settings that has a section of its own. */
export const GUIDE_OF_SETTINGS: Record<string, string> = {
  hours: 'hours',
  roster: 'hours',
  people: 'people',
  bin: 'earlier',
}

/** Where it opens while something stands open above the page. */
export const GUIDE_OF_DIALOGS: Record<DialogKind, string> = {
  visit: 'visit',
  'visit-facts': 'visit',
  'visit-off': 'calendar',
  rebook: 'calendar',
  wait: 'waits',
  student: 'student',
  risk: 'risk',
  referral: 'referral',
  return: 'referral',
  'close-case': 'closing',
  declaration: 'case',
  stability: 'case',
  transfer: 'case',
  growth: 'growth',
  archive: 'archive',
  destroy: 'archive',
  'day-end': 'day-end',
  'intake-reopening': 'intake',
  'followup-plan': 'followups',
  followup: 'followups',
  review: 'review',
  consent: 'consent',
  attachments: 'papers',
  attachment: 'papers',
  assessment: 'giving',
  task: 'results',
  competence: 'instruments',
  contact: 'contacts',
  'contact-sheet': 'contacts',
  'contact-log': 'contacts',
  person: 'contacts',
  'first-feedback': 'contacts',
  letter: 'letters',
  'letter-sheet': 'letters',
  observation: 'observations',
  'observation-sheet': 'observations',
  acceptance: 'taking-on',
  'acceptance-sheet': 'taking-on',
  decline: 'declining',
  'decline-sheet': 'declining',
  entry: 'case',
  conference: 'conferences',
  aid: 'aid',
  'aid-sheet': 'aid',
  hardship: 'aid',
  'conference-month': 'conferences',
  stage: 'stages',
  'stage-deliver': 'stages',
  revisions: 'earlier',
  crisis: 'crisis',
}

/** The section about what somebody has before them. */
export function guideSectionAt(
  { pathname, hash }: Pick<Location, 'pathname' | 'hash'>,
  dialog: DialogKind | null,
): string {
  if (dialog) return GUIDE_OF_DIALOGS[dialog]
  const tab = pathname === '/settings' ? GUIDE_OF_SETTINGS[hash.slice(1)] : undefined
  if (tab) return tab
  const page = Object.keys(GUIDE_OF_PAGES).find((pattern) => matchPath(pattern, pathname))
  return (page && GUIDE_OF_PAGES[page]) ?? 'today'
}
