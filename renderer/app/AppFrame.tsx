import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Route, Routes } from 'react-router'
import { AlarmBanner } from '#features/alarms/AlarmBanner'
import { BackupNotice } from '#features/backups/BackupNotice'
import { SearchPalette } from '#features/search/SearchPalette'
import { bridge } from '#lib/bridge'
import { cleanPastes } from '#lib/clean-paste'
import { flushAll } from '#lib/flushers'
import { useGuide } from '#lib/guide'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { ClosedPage } from './ClosedPage.tsx'
import { Dialogs } from './Dialogs.tsx'
import { IdleWarning } from './IdleWarning.tsx'
import { lockRoom } from './lock.ts'
import { PageStand } from './PageStand.tsx'
import { PracticeBanner } from './PracticeBanner.tsx'
import { isOpenTo, navPagesOf, pages } from './routes.tsx'
import { Sidebar } from './Sidebar.tsx'
import { useFrameKeys } from './use-frame-keys.ts'
import { useIdle } from './use-idle.ts'

const GuideDrawer = lazy(() => import('#features/guide/GuideDrawer').then((file) => ({ default: file.GuideDrawer })))

/** Sidebar, page, and what may open above it. */
export function AppFrame({ isPractice }: { isPractice: boolean }) {
  const { t } = useTranslation()
  const { preferences, me } = useWorkplace()
  const may = useMay()
  const navPages = navPagesOf(me)
  const first = navPages[0]?.path ?? paths.settings
  const { secondsLeft, stay } = useIdle(preferences.idleMinutes, () => void lockRoom())
  useFrameKeys()
  const isGuideOpen = useGuide(({ at }) => at !== null)
  useEffect(() => useGuide.getState().close, [])
  useEffect(() => bridge()?.onLock(flushAll), [])
  useEffect(cleanPastes, [])
  return (
    <div className="frame">
      <Sidebar />
      <div className="frame-main">
        <AlarmBanner />
        {isPractice && <PracticeBanner />}
        {!isPractice && may('backups.status') && <BackupNotice />}
        <main className="frame-page">
          <Suspense fallback={<div className="frame-wait">{t('frame.loading')}</div>}>
            <Routes>
              {pages.map((one) => (
                <Route
                  key={one.path}
                  path={one.path}
                  element={
                    isOpenTo(me, one) ? (
                      <PageStand one={one} />
                    ) : one.path === paths.today ? (
                      <Navigate to={first} replace />
                    ) : (
                      <ClosedPage first={first} />
                    )
                  }
                />
              ))}
            </Routes>
          </Suspense>
        </main>
      </div>
      {may('students.find') && (
        <SearchPalette pages={navPages.map(({ path, nav }) => ({ path, name: t(`frame.pages.${nav}`) }))} />
      )}
      <Dialogs />
      <Suspense fallback={null}>{isGuideOpen && <GuideDrawer />}</Suspense>
      {secondsLeft !== null && <IdleWarning seconds={secondsLeft} onStay={stay} />}
    </div>
  )
}
