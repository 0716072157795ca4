import './instruments.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { addDays } from '#contract/calendar'
import type { InstrumentSummary } from '#contract/instruments'
import { paths } from '#lib/paths'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { TestTabs } from '#ui/TestTabs'
import { AddInstrumentDialog } from './AddInstrumentDialog.tsx'
import { InstrumentDrawer } from './InstrumentDrawer.tsx'
import { InstrumentsTable } from './InstrumentsTable.tsx'
import { instrumentQueries } from './queries.ts'
import { ThresholdsDialog } from './ThresholdsDialog.tsx'
import { UsesDrawer } from './UsesDrawer.tsx'

const GROUPS = ['questionnaires', 'scores', 'retired'] as const
const groupOf = ({ retired, kind }: InstrumentSummary): (typeof GROUPS)[number] =>
  retired ? 'retired' : kind === 'score-entry' ? 'scores' : 'questionnaires'

/** 量表库: what the room may use, on what terms, by whom, and how it is scored. */
export function InstrumentsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { terms, currentTermId, today } = useWorkplace()
  const { data: list, error, refetch } = useQuery(instrumentQueries.list())
  const [shownId, setShownId] = useState<string | null>(null)
  const [cutId, setCutId] = useState<string | null>(null)
  const [open, setOpen] = useState<'add' | 'uses' | null>(null)
  const term = terms.find(({ id }) => id === currentTermId)
  const period = { from: term?.startsOn ?? addDays(today, -180), to: term && term.endsOn < today ? term.endsOn : today }

  return (
    <>
      <TestTabs>
        <Button onClick={() => setOpen('uses')}>{t('instruments.register')}</Button>
        <Button onClick={() => void navigate(paths.print('instrument-list', `${period.from}|${period.to}`))}>
          {t('instruments.printList')}
        </Button>
        <Button type="primary" onClick={() => setOpen('add')}>
          {t('instruments.add')}
        </Button>
      </TestTabs>
      {error && <ErrorState error={error} what={t('instruments.failed')} onRetry={() => void refetch()} />}
      {list &&
        GROUPS.map((group) => {
          const rows = list.filter((one) => groupOf(one) === group)
          return (
            rows.length > 0 && (
              <Panel
                key={group}
                className="instruments"
                title={t(`instruments.groups.${group}`)}
                extra={t(`instruments.groupHints.${group}`)}
              >
                <InstrumentsTable
                  label={t(`instruments.groups.${group}`)}
                  rows={rows}
                  onOpen={setShownId}
                  onCut={setCutId}
                />
              </Panel>
            )
          )
        })}
      {shownId && <InstrumentDrawer instrumentId={shownId} onCut={setCutId} onClose={() => setShownId(null)} />}
      {cutId && <ThresholdsDialog instrumentId={cutId} onClose={() => setCutId(null)} />}
      {open === 'add' && <AddInstrumentDialog onAdded={setShownId} onClose={() => setOpen(null)} />}
      {open === 'uses' && <UsesDrawer start={period} onClose={() => setOpen(null)} />}
    </>
  )
}
