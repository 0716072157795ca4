import './screenings.css'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useEscape } from '#lib/use-escape'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Tabs } from '#ui/Tabs'
import { DealTab } from './DealTab.tsx'
import { ImportTab } from './ImportTab.tsx'
import { NamesTab } from './NamesTab.tsx'
import { screeningQueries } from './queries.ts'
import { RoundFigures } from './RoundFigures.tsx'
import { RoundHead } from './RoundHead.tsx'
import { ROUND_TABS, useRoundView } from './round-view.ts'
import { SummaryTab } from './SummaryTab.tsx'

/** One round: names, the platform's file, talks in person, and the numbers without names. */
export function RoundPage() {
  const { t } = useTranslation()
  const { roundId = '' } = useParams()
  const { me } = useWorkplace()
  const { view, change } = useRoundView(roundId)
  const { data: round, error, refetch } = useQuery(screeningQueries.round(roundId))
  useEscape()
  if (error) return <ErrorState error={error} what={t('screenings.openFailed')} onRetry={() => void refetch()} />
  if (!round) return <Skeleton active />
  const mayWrite = me.roles.includes('counselor')
  const tabs = ROUND_TABS.filter((tab) => tab === 'names' || tab === 'summary' || mayWrite)
  return (
    <div className="round">
      <RoundHead round={round} mayWrite={mayWrite} />
      <RoundFigures round={round} />
      <Tabs
        label={round.name}
        value={view.tab}
        tabs={tabs.map((value) => ({ value, label: t(`screenings.tabs.${value}`) }))}
        onChange={(tab) => change({ tab })}
      />
      {view.tab === 'names' && <NamesTab round={round} mayWrite={mayWrite} />}
      {view.tab === 'import' && <ImportTab round={round} />}
      {view.tab === 'deal' && <DealTab round={round} />}
      {view.tab === 'summary' && <SummaryTab round={round} mayExport={mayWrite} />}
    </div>
  )
}
