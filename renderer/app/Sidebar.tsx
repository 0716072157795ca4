import { useTranslation } from 'react-i18next'
import { NavLink, useLocation } from 'react-router'
import { BackupDot } from '#features/backups/BackupDot'
import { openDialog } from '#lib/dialogs'
import { useGuide } from '#lib/guide'
import { guideSectionAt } from '#lib/guide-sections'
import { useMay } from '#lib/rights'
import { useSession } from '#lib/session'
import { weekOf } from '#lib/terms'
import { useWorkplace } from '#lib/workplace'
import { Kbd } from '#ui/Kbd'
import { lockRoom } from './lock.ts'
import { navPagesOf } from './routes.tsx'
import { SideCount } from './SideCount.tsx'

export function Sidebar() {
  const { t } = useTranslation()
  const { school, terms, currentTermId, today, me } = useWorkplace()
  const place = useLocation()
  const may = useMay()
  const isAt = (paths: readonly string[]) => paths.some((path) => `${place.pathname}/`.startsWith(`${path}/`))
  const term = terms.find((one) => one.id === currentTermId)
  const week = term && weekOf(term, today)
  return (
    <nav className="side" aria-label={t('frame.navigation')}>
      <div className="side-name">{t('door.room')}</div>
      <div className="side-school">
        <div title={school.name}>{school.name}</div>
        {term && <div>{week ? t('frame.termWeek', { term: term.name, week }) : term.name}</div>}
      </div>
      <ul className="side-pages">
        {navPagesOf(me).map(({ path, nav, alsoAt = [] }) => (
          <li key={path}>
            <NavLink
              to={path}
              end={path === '/'}
              className={({ isActive }) => (isActive || isAt(alsoAt) ? 'side-link active' : 'side-link')}
            >
              {t(`frame.pages.${nav}`)}
              {(nav === 'cases' || nav === 'crises') && <SideCount of={nav} />}
              {nav === 'backups' && <BackupDot />}
            </NavLink>
          </li>
        ))}
      </ul>
      {may('contacts.record') && (
        <button
          type="button"
          className="side-contact"
          aria-keyshortcuts="F8"
          onClick={() => openDialog({ kind: 'contact', studentId: useSession.getState().studentId })}
        >
          {t('frame.contact')}
          <Kbd keys="F8" />
        </button>
      )}
      {may('crises.open') && (
        <button
          type="button"
          className="side-crisis"
          aria-keyshortcuts="F9"
          onClick={() => openDialog({ kind: 'crisis', studentId: useSession.getState().studentId })}
        >
          {t('frame.crisis')}
          <Kbd keys="F9" />
        </button>
      )}
      <div className="side-foot">
        <span className="side-me">{me.name}</span>
        <button
          type="button"
          className="side-lock"
          aria-keyshortcuts="F1"
          onClick={() => useGuide.getState().open(guideSectionAt(place, null))}
        >
          {t('frame.guide')}
          <Kbd keys="F1" />
        </button>
        <button type="button" className="side-lock" aria-keyshortcuts="Control+L" onClick={() => void lockRoom()}>
          {t('frame.lock')}
          <Kbd keys="Ctrl L" />
        </button>
      </div>
    </nav>
  )
}
