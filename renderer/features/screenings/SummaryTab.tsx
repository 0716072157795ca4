import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Round } from '#contract/screenings'
import { paths } from '#lib/paths'
import { Chips } from '#ui/Chips'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { ExportDialog } from './ExportDialog.tsx'
import { screeningQueries } from './queries.ts'
import { SMALL } from './small.ts'
import { SummaryTable } from './SummaryTable.tsx'

type Props = { round: Round; mayExport: boolean }

/** Classes and grades without names; numbers too small to show are not shown. */
export function SummaryTab({ round, mayExport }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [hideBelow, setHideBelow] = useState<number>(SMALL[0])
  const [exporting, setExporting] = useState<'bureau' | 'summary' | null>(null)
  const { data, error, refetch } = useQuery(screeningQueries.summary(round.id, hideBelow))
  if (error)
    return <ErrorState error={error} what={t('screening-files.summary.failed')} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active />
  if (round.counts.done === 0)
    return (
      <Panel>
        <EmptyState title={t('screening-files.summary.empty')} hint={t('screening-files.summary.emptyHint')} />
      </Panel>
    )
  return (
    <div className="round-summary">
      <div className="round-filter">
        <Chips
          label={t('screening-files.summary.small')}
          value={hideBelow}
          options={SMALL.map((n) => ({
            value: n,
            label: n === 0 ? t('screening-files.summary.all') : t('screening-files.summary.below', { n }),
          }))}
          onChange={setHideBelow}
        />
        <span className="round-summary-why">{hideBelow > 0 && t('screening-files.summary.why', { n: hideBelow })}</span>
        <Button onClick={() => void navigate(paths.print('screening-summary', round.id))}>
          {t('screening-files.summary.print')}
        </Button>
        {mayExport && <Button onClick={() => setExporting('summary')}>{t('screening-files.summary.export')}</Button>}
        {mayExport && round.hasFile && (
          <Button onClick={() => setExporting('bureau')}>{t('screening-files.summary.bureau')}</Button>
        )}
      </div>
      <SummaryTable summary={data} label={t('screenings.tabs.summary')} />
      {exporting && (
        <ExportDialog round={round} what={exporting} startBelow={hideBelow} onClose={() => setExporting(null)} />
      )}
    </div>
  )
}
