import './settings.css'
import { Suspense } from 'react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import type { Right } from '#lib/rights'
import { PageHeader } from '#ui/PageHeader'
import { Tabs } from '#ui/Tabs'
import { ClassesPanel } from './ClassesPanel.tsx'
import { ComputerPanel } from './ComputerPanel.tsx'
import { NoticePanel } from './NoticePanel.tsx'
import { ProblemsPanel } from './ProblemsPanel.tsx'
import { RiskLevelsPanel } from './RiskLevelsPanel.tsx'
import { SchoolPanel } from './SchoolPanel.tsx'
import { SnippetsPanel } from './SnippetsPanel.tsx'
import { TermsPanel } from './TermsPanel.tsx'
import { WorkPanel } from './WorkPanel.tsx'

const SECTIONS = ['school', 'classes', 'work', 'levels', 'problems', 'computer'] as const
type Own = (typeof SECTIONS)[number]
const NEEDS: Record<Own, Right> = {
  school: 'settings.saveSchool',
  classes: 'settings.saveClasses',
  work: 'settings.saveRiskLevels',
  levels: 'settings.saveRiskLevels',
  problems: 'settings.saveRiskLevels',
  computer: 'settings.savePreferences',
}
/** A section that another feature brings; they stand after the own ones. */
export type SettingSection = { section: string; needs: Right; Part: ComponentType }

/** Every change is saved by itself a moment after it is made. */
export function SettingsPage({ brought }: { brought: readonly SettingSection[] }) {
  const { t } = useTranslation()
  const may = useMay()
  const sections = [
    ...SECTIONS.filter((own) => may(NEEDS[own])),
    ...brought.filter(({ needs }) => may(needs)).map(({ section }) => section),
  ]
  const navigate = useNavigate()
  const asked = useLocation().hash.slice(1)
  const section = sections.find((one) => one === asked) ?? sections[0] ?? ''
  const Part = brought.find((one) => one.section === section)?.Part
  return (
    <div className="settings">
      <PageHeader title={t('settings.title')} hint={t('settings.hint')} />
      <Tabs
        label={t('settings.title')}
        tabs={sections.map((value) => ({ value, label: t(`settings.sections.${value}`) }))}
        value={section}
        onChange={(to) => void navigate(paths.settingsOf(to), { replace: true })}
      />
      <div className="settings-panels" role="tabpanel" aria-label={t(`settings.sections.${section}`)}>
        {section === 'school' && (
          <>
            <SchoolPanel />
            <TermsPanel />
          </>
        )}
        {section === 'classes' && <ClassesPanel />}
        {section === 'work' && (
          <>
            <WorkPanel />
            {may('settings.saveSnippets') && <SnippetsPanel />}
            <NoticePanel />
          </>
        )}
        {section === 'levels' && <RiskLevelsPanel />}
        {section === 'problems' && <ProblemsPanel />}
        {section === 'computer' && <ComputerPanel />}
        <Suspense fallback={null}>{Part && <Part />}</Suspense>
      </div>
    </div>
  )
}
