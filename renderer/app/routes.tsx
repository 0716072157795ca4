import { lazy } from 'react'
import type { ComponentType } from 'react'
import type { Account } from '#contract/settings'
import { paths } from '#lib/paths'
import { mayOf } from '#lib/rights'
import type { Right } from '#lib/rights'
import type { About } from '#lib/whose'

type PageOf<N extends string> = { [K in N]: ComponentType }
const page = <N extends string>(name: N, load: () => Promise<PageOf<N>>) =>
  lazy(() => load().then((file) => ({ default: file[name] })))

export type PageRoute = {
  path: string
  Page: ComponentType
  /** Stands in the sidebar under `frame.pages.<nav>`; the order here is the order there. */
  nav?:
    | 'today'
    | 'calendar'
    | 'students'
    | 'cases'
    | 'registers'
    | 'tests'
    | 'crises'
    | 'supervision'
    | 'reports'
    | 'imports'
    | 'backups'
    | 'settings'
  /** Other pages that belong to the same entry: they and all below them. */
  alsoAt?: readonly string[]
  /** The call the page lives on: it stands only for those who may make it. */
  needs?: Right
  /** The record it shows; a colleague's needs a reason first. */
  about?: (params: Readonly<Record<string, string | undefined>>) => About | null
  /** Not in the sidebar of those who have the fuller page that this call stands for. */
  unless?: Right
}

/** Papers that show what somebody wrote of one child; their subject is in their address. */
const PAPERS_ABOUT: Record<string, About['subject']> = {
  'visit-record': 'visit',
  referral: 'referral',
  intake: 'case',
  plan: 'plan',
  review: 'review',
  'test-result': 'assessment',
  conference: 'conference',
  'conference-parents': 'conference',
  'contact-log': 'student',
  'aid-slip': 'aid',
  'test-result-student': 'assessment',
  attachment: 'attachment',
  followups: 'case',
  closure: 'case',
  termination: 'case',
  'file-checklist': 'case',
  destruction: 'case',
  growth: 'student',
}

/** One line per page. */
export const pages: readonly PageRoute[] = [
  {
    path: paths.today,
    nav: 'today',
    needs: 'visits.listByDay',
    Page: page('TodayPage', () => import('#features/today/TodayPage')),
  },
  {
    path: paths.calendar,
    nav: 'calendar',
    needs: 'appointments.list',
    Page: page('CalendarPage', () => import('#features/appointments/CalendarPage')),
  },
  {
    path: paths.students,
    nav: 'students',
    needs: 'students.header',
    Page: page('StudentsPage', () => import('#features/students/StudentsPage')),
  },
  {
    path: '/students/:studentId',
    needs: 'students.header',
    about: ({ studentId = '' }) => ({ subject: 'student', id: studentId }),
    Page: page('StudentRoom', () => import('./StudentRoom.tsx')),
  },
  {
    path: '/visits/:visitId/note',
    needs: 'notes.get',
    about: ({ visitId = '' }) => ({ subject: 'visit', id: visitId }),
    Page: page('NoteRoom', () => import('./NoteRoom.tsx')),
  },
  {
    path: paths.cases,
    nav: 'cases',
    alsoAt: [paths.supervision, '/plans'],
    needs: 'cases.list',
    Page: page('CasesRoom', () => import('./CasesRoom.tsx')),
  },
  {
    path: '/cases/:caseId',
    needs: 'cases.progress',
    about: ({ caseId = '' }) => ({ subject: 'case', id: caseId }),
    Page: page('CaseRoom', () => import('./CaseRoom.tsx')),
  },
  {
    path: '/cases/:caseId/intake',
    needs: 'intakes.get',
    about: ({ caseId = '' }) => ({ subject: 'case', id: caseId }),
    Page: page('IntakePage', () => import('#features/intakes/IntakePage')),
  },
  {
    path: '/plans/:planId',
    needs: 'plans.list',
    about: ({ planId = '' }) => ({ subject: 'plan', id: planId }),
    Page: page('PlanPage', () => import('#features/plans/PlanPage')),
  },
  {
    path: paths.registers,
    nav: 'registers',
    needs: 'letters.list',
    Page: page('RegistersRoom', () => import('./RegistersRoom.tsx')),
  },
  {
    path: '/registers/:tab',
    needs: 'letters.list',
    Page: page('RegistersRoom', () => import('./RegistersRoom.tsx')),
  },
  {
    path: paths.tests,
    nav: 'tests',
    needs: 'assessments.list',
    alsoAt: [paths.screenings, paths.instruments, '/assessments'],
    Page: page('TestsPage', () => import('#features/assessments/TestsPage')),
  },
  {
    path: '/assessments/:assessmentId',
    about: ({ assessmentId = '' }) => ({ subject: 'assessment', id: assessmentId }),
    needs: 'assessments.list',
    Page: page('AssessmentPage', () => import('#features/assessments/AssessmentPage')),
  },
  {
    path: paths.screenings,
    needs: 'screenings.list',
    Page: page('ScreeningsPage', () => import('#features/screenings/ScreeningsPage')),
  },
  {
    path: '/screenings/:roundId',
    needs: 'screenings.list',
    Page: page('RoundPage', () => import('#features/screenings/RoundPage')),
  },
  {
    path: paths.instruments,
    needs: 'instruments.list',
    Page: page('InstrumentsPage', () => import('#features/instruments/InstrumentsPage')),
  },
  {
    path: paths.crises,
    nav: 'crises',
    needs: 'crises.list',
    Page: page('CrisesPage', () => import('#features/crises/CrisesPage')),
  },
  {
    path: '/crises/:crisisId',
    needs: 'crises.open',
    Page: page('CrisisPage', () => import('#features/crises/CrisisPage')),
  },
  {
    path: '/referrals/:referralId',
    about: ({ referralId = '' }) => ({ subject: 'referral', id: referralId }),
    needs: 'referrals.list',
    Page: page('ReferralPage', () => import('#features/referrals/ReferralPage')),
  },
  {
    path: paths.supervision,
    nav: 'supervision',
    needs: 'supervision.cases',
    unless: 'cases.list',
    Page: page('SupervisionPage', () => import('#features/supervision/SupervisionPage')),
  },
  {
    path: '/supervision/:caseId',
    needs: 'supervision.cases',
    Page: page('SupervisionCasePage', () => import('#features/supervision/SupervisionCasePage')),
  },
  {
    path: '/print/appointment-slip/:subjectId',
    needs: 'prints.previewSlip',
    Page: page('PrintPreviewPage', () => import('#features/prints/PrintPreviewPage')),
  },
  {
    path: '/print/:form/:subjectId',
    needs: 'prints.preview',
    about: ({ form = '', subjectId = '' }) => {
      const subject = PAPERS_ABOUT[form]
      return subject ? { subject, id: subjectId } : null
    },
    Page: page('PrintPreviewPage', () => import('#features/prints/PrintPreviewPage')),
  },
  {
    path: paths.reports,
    nav: 'reports',
    needs: 'reports.termly',
    Page: page('ReportsPage', () => import('#features/reports/ReportsPage')),
  },
  {
    path: paths.imports,
    nav: 'imports',
    needs: 'imports.start',
    Page: page('ImportsPage', () => import('#features/imports/ImportsPage')),
  },
  {
    path: paths.backups,
    nav: 'backups',
    needs: 'backups.status',
    Page: page('BackupsPage', () => import('#features/backups/BackupsPage')),
  },
  {
    path: paths.settings,
    nav: 'settings',
    Page: page('SettingsRoom', () => import('./SettingsRoom.tsx')),
  },
]

type NavPage = PageRoute & { nav: NonNullable<PageRoute['nav']> }

export const isOpenTo = ({ roles }: Account, { needs }: PageRoute): boolean =>
  needs === undefined || mayOf(roles, needs)

/** What stands in the sidebar of this person. */
export const navPagesOf = (me: Account): NavPage[] =>
  pages.filter(
    (one): one is NavPage =>
      one.nav !== undefined && isOpenTo(me, one) && !(one.unless !== undefined && mayOf(me.roles, one.unless)),
  )
