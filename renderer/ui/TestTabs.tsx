import './test-tabs.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { paths } from '#lib/paths'

const TABS = [
  ['records', paths.tests],
  ['screenings', paths.screenings],
  ['instruments', paths.instruments],
] as const

/** The head of the three pages about tests: one title, the way between them, actions on the right. */
export function TestTabs({ hint, children }: { hint?: ReactNode; children?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <header className="page-header">
      <h1>{t('frame.pages.tests')}</h1>
      <nav className="test-tabs" aria-label={t('frame.pages.tests')}>
        {TABS.map(([tab, path]) => (
          <NavLink key={tab} to={path}>
            {t(`frame.testTabs.${tab}`)}
          </NavLink>
        ))}
      </nav>
      {hint && <div className="page-hint test-tabs-hint">{hint}</div>}
      <div className="page-actions">{children}</div>
    </header>
  )
}
