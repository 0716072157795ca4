import './reports.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { addDays } from '#contract/calendar'
import { shownReport, type ShownSection } from '#contract/report-shown'
import { REGISTER_SECTIONS, type RegisterSection } from '#contract/report-sections'
import type { ReportSection } from '#contract/reports'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { currentLanguage } from '#lib/words'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { PageHeader } from '#ui/PageHeader'
import { Panel } from '#ui/Panel'
import { ExportDialog, type Format } from './ExportDialog.tsx'
import { PeriodChips } from './PeriodChips.tsx'
import { OWN, periodsOf, useChosenPeriod } from './periods.ts'
import { reportQueries, type Behind, type Chosen } from './queries.ts'
import { RecordsDrawer } from './RecordsDrawer.tsx'
import { SectionCard } from './SectionCard.tsx'
import { SummaryStrip } from './SummaryStrip.tsx'

const RIGHT: readonly ReportSection[] = [
  'problem',
  'crisis',
  'referral',
  'closure',
  'screening',
  'contacts',
  'conferences',
  'care',
  'aid',
]
/** Nobody opens a record of a register from its number. */
const isRegister = (section: ReportSection): section is RegisterSection =>
  (REGISTER_SECTIONS as readonly ReportSection[]).includes(section)

/** 学期工作统计: every number of a period, what it counts and what stands behind it. */
export function ReportsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { terms, currentTermId, today } = useWorkplace()
  const may = useMay()
  const { key, own } = useChosenPeriod()
  const [behind, setBehind] = useState<Behind | null>(null)
  const [leaving, setLeaving] = useState<Format | null>(null)
  const choices = periodsOf(terms, today, (from, to) => t('reports.year', { from, to }))
  const chosen = choices.find((one) => one.key === (key ?? currentTermId)) ?? choices[0]
  const isOwn = key === OWN || !chosen
  const period = isOwn ? (own ?? { from: addDays(today, -30), to: today }) : chosen
  const { data: report, error, isPlaceholderData, refetch } = useQuery(reportQueries.termly(period))

  /** What is on the screen belongs to the dates above it. */
  const isReady = report !== undefined && !error && !isPlaceholderData && period.from <= period.to
  const sections = report ? shownReport(report, currentLanguage(), 0) : []
  const isEmpty = sections.every(({ lines }) => lines.every(({ persons, visits }) => !persons && !visits))
  const line =
    behind && sections.find(({ section }) => section === behind.section)?.lines.find((one) => one.key === behind.key)
  const open = ({ section, ...number }: Chosen) => {
    if (section === 'screening') void navigate(paths.screening(number.key.split(':')[1] ?? ''))
    else if (!isRegister(section)) setBehind({ section, ...number })
  }
  const cards = (those: ShownSection[]) =>
    those.map((section) => (
      <SectionCard
        key={section.section}
        section={section}
        onOpen={may('reports.records') && !isRegister(section.section) ? open : undefined}
      />
    ))
  return (
    <>
      <PageHeader
        title={t('frame.pages.reports')}
        hint={t('reports.span', { from: formatDate(period.from, today), to: formatDate(period.to, today) })}
      >
        {may('prints.preview') && (
          <Button
            onClick={() => void navigate(paths.print('termly-report', `${period.from}|${period.to}`))}
            disabled={!isReady}
          >
            {t('reports.print')}
          </Button>
        )}
        {may('reports.export') && (
          <>
            <Button onClick={() => setLeaving('docx')} disabled={!isReady}>
              {t('reports.docx')}
            </Button>
            <Button type="primary" onClick={() => setLeaving('xlsx')} disabled={!isReady}>
              {t('reports.xlsx')}
            </Button>
          </>
        )}
      </PageHeader>
      <PeriodChips choices={choices} chosen={isOwn ? OWN : chosen.key} period={period} />
      {error && <ErrorState error={error} what={t('reports.failed')} onRetry={() => void refetch()} />}
      {!report && !error && period.from <= period.to && <p className="report-none">{t('reports.counting')}</p>}
      {report && !error && isEmpty && (
        <Panel>
          <EmptyState title={t('reports.empty')} hint={t('reports.emptyHint')}>
            {may('visits.register') && (
              <Button onClick={() => openDialog({ kind: 'visit', studentId: null })}>{t('reports.register')}</Button>
            )}
          </EmptyState>
        </Panel>
      )}
      {report && !error && !isEmpty && (
        <div className={isReady ? 'report' : 'report report-waiting'} aria-busy={!isReady}>
          <SummaryStrip report={report} />
          <div className="report-columns">
            <div>{cards(sections.filter(({ section }) => !RIGHT.includes(section)))}</div>
            <div>{cards(sections.filter(({ section }) => RIGHT.includes(section)))}</div>
          </div>
          {may('reports.records') && <p className="report-keys">{t('reports.keys')}</p>}
        </div>
      )}
      {behind && line && <RecordsDrawer period={period} behind={behind} line={line} onClose={() => setBehind(null)} />}
      {leaving && report && <ExportDialog report={report} format={leaving} onClose={() => setLeaving(null)} />}
    </>
  )
}
