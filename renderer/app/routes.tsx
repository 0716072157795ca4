import { lazy } from 'react'
import type { ComponentType } from 'react'
import { paths } from '#lib/paths'

type PageOf<N extends string> = { [K in N]: ComponentType }
const page = <N extends string>(name: N, load: () => Promise<PageOf<N>>) =>
  lazy(() => load().then((file) => ({ default: file[name] })))

type PageRoute = {
  path: string
  Page: ComponentType
  /** Stands in the sidebar under `frame.pages.<nav>`; the order here is the order there. */
  nav?: 'today' | 'students' | 'cases' | 'tests' | 'crises' | 'reports' | 'imports' | 'settings'
  /** Other pages that belong to the same entry: they and all below them. */
  alsoAt?: readonly string[]
}

/** One line per page. */
export const pages: readonly PageRoute[] = [
  { path: paths.today, nav: 'today', Page: page('TodayPage', () => import('#features/today/TodayPage')) },
  {
    path: paths.students,
    nav: 'students',
    Page: page('StudentsPage', () => import('#features/students/StudentsPage')),
  },
  { path: '/students/:studentId', Page: page('StudentPage', () => import('#features/students/StudentPage')) },
  { path: '/visits/:visitId/note', Page: page('NotePage', () => import('#features/notes/NotePage')) },
  { path: paths.cases, nav: 'cases', Page: page('CasesPage', () => import('#features/cases/CasesPage')) },
  {
    path: paths.tests,
    nav: 'tests',
    alsoAt: [paths.screenings, paths.instruments, '/assessments'],
    Page: page('TestsPage', () => import('#features/assessments/TestsPage')),
  },
  {
    path: '/assessments/:assessmentId',
    Page: page('AssessmentPage', () => import('#features/assessments/AssessmentPage')),
  },
  { path: paths.screenings, Page: page('ScreeningsPage', () => import('#features/screenings/ScreeningsPage')) },
  { path: '/screenings/:roundId', Page: page('RoundPage', () => import('#features/screenings/RoundPage')) },
  { path: paths.instruments, Page: page('InstrumentsPage', () => import('#features/instruments/InstrumentsPage')) },
  { path: paths.crises, nav: 'crises', Page: page('CrisesPage', () => import('#features/crises/CrisesPage')) },
  { path: '/crises/:crisisId', Page: page('CrisisPage', () => import('#features/crises/CrisisPage')) },
  { path: '/referrals/:referralId', Page: page('ReferralPage', () => import('#features/referrals/ReferralPage')) },
  {
    path: '/print/:form/:subjectId',
    Page: page('PrintPreviewPage', () => import('#features/prints/PrintPreviewPage')),
  },
  { path: paths.reports, nav: 'reports', Page: page('ReportsPage', () => import('#features/reports/ReportsPage')) },
  { path: paths.imports, nav: 'imports', Page: page('ImportsPage', () => import('#features/imports/ImportsPage')) },
  {
    path: paths.settings,
    nav: 'settings',
    Page: page('SettingsPage', () => import('#features/settings/SettingsPage')),
  },
]
