import './settings.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '#ui/PageHeader'
import { Tabs } from '#ui/Tabs'
import { ClassesPanel } from './ClassesPanel.tsx'
import { ComputerPanel } from './ComputerPanel.tsx'
import { LogPanel } from './LogPanel.tsx'
import { NoticePanel } from './NoticePanel.tsx'
import { ProblemsPanel } from './ProblemsPanel.tsx'
import { RiskLevelsPanel } from './RiskLevelsPanel.tsx'
import { SchoolPanel } from './SchoolPanel.tsx'
import { SnippetsPanel } from './SnippetsPanel.tsx'
import { TermsPanel } from './TermsPanel.tsx'
import { WorkPanel } from './WorkPanel.tsx'

const SECTIONS = ['school', 'classes', 'work', 'levels', 'problems', 'computer', 'log'] as const

/** Every change is saved by itself a moment after it is made. */
export function SettingsPage() {
  const { t } = useTranslation()
  const [section, setSection] = useState<(typeof SECTIONS)[number]>('school')
  return (
    <div className="settings">
      <PageHeader title={t('settings.title')} hint={t('settings.hint')} />
      <Tabs
        label={t('settings.title')}
        tabs={SECTIONS.map((value) => ({ value, label: t(`settings.sections.${value}`) }))}
        value={section}
        onChange={setSection}
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
            <SnippetsPanel />
            <NoticePanel />
          </>
        )}
        {section === 'levels' && <RiskLevelsPanel />}
        {section === 'problems' && <ProblemsPanel />}
        {section === 'computer' && <ComputerPanel />}
        {section === 'log' && <LogPanel />}
      </div>
    </div>
  )
}
