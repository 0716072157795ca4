import type { PrintForm } from '#contract/prints'

/** Where a screen is, so that features can point to each other without knowing each other. */
export const paths = {
  today: '/',
  calendar: '/calendar',
  students: '/students',
  student: (studentId: string) => `/students/${studentId}`,
  note: (visitId: string) => `/visits/${visitId}/note`,
  cases: '/cases',
  case: (caseId: string) => `/cases/${caseId}`,
  intake: (caseId: string) => `/cases/${caseId}/intake`,
  plan: (planId: string) => `/plans/${planId}`,
  registers: '/registers',
  register: (tab: 'letters' | 'observations' | 'acceptances' | 'contacts' | 'logs') => `/registers/${tab}`,
  crises: '/crises',
  crisis: (crisisId: string) => `/crises/${crisisId}`,
  referral: (referralId: string) => `/referrals/${referralId}`,
  /** The three pages about tests stand under one entry of the sidebar. */
  tests: '/tests',
  screenings: '/screenings',
  screening: (roundId: string) => `/screenings/${roundId}`,
  instruments: '/instruments',
  assessment: (assessmentId: string) => `/assessments/${assessmentId}`,
  imports: '/imports',
  reports: '/reports',
  /** `subjectId` as in contract/prints.ts. */
  print: (form: PrintForm, subjectId: string) => `/print/${form}/${encodeURIComponent(subjectId)}`,
  supervision: '/supervision',
  supervisionCase: (caseId: string) => `/supervision/${caseId}`,
  backups: '/backups',
  settings: '/settings',
  settingsOf: (section: string) => `/settings#${section}`,
} as const
