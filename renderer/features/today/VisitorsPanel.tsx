import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { openDialog } from '#lib/dialogs'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Rows } from '#ui/Rows'
import { todayQueries } from './queries.ts'
import { VisitorRow } from './VisitorRow.tsx'

export function VisitorsPanel() {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const { data: visits, error, refetch } = useQuery(todayQueries.visits(today))
  const arrived = visits?.filter((visit) => visit.arrivedAt !== null).length ?? 0
  const current = visits?.find((visit) => visit.state === 'arrived')
  return (
    <Panel
      className="today-visitors"
      title={t('today.visitors')}
      extra={visits && visits.length > 0 && t('today.visitorCount', { count: visits.length, arrived })}
    >
      {error && <ErrorState error={error} what={t('today.visitsFailed')} onRetry={() => void refetch()} />}
      {!visits && !error && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {visits?.length === 0 && <NobodyYet />}
      {visits && visits.length > 0 && (
        <Rows label={t('today.visitors')}>
          {visits.map((visit) => (
            <VisitorRow key={visit.id} visit={visit} isCurrent={visit.id === current?.id} />
          ))}
        </Rows>
      )}
    </Panel>
  )
}

function NobodyYet() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate()
  const { data: hasStudents } = useQuery(todayQueries.anyStudent())
  if (hasStudents === undefined) return null
  return hasStudents ? (
    <EmptyState title={t('today.nobody')} hint={t('today.nobodyHint')}>
      {may('visits.register') && (
        <Button onClick={() => openDialog({ kind: 'visit', studentId: null })}>{t('today.register')}</Button>
      )}
    </EmptyState>
  ) : (
    <EmptyState title={t('today.newRoom')} hint={t('today.newRoomHint')}>
      {may('imports.start') && <Button onClick={() => void navigate(paths.imports)}>{t('today.importRoster')}</Button>}{' '}
      {may('visits.register') && (
        <Button type="text" onClick={() => openDialog({ kind: 'visit', studentId: null, newcomer: 'guest' })}>
          {t('today.withoutRoster')}
        </Button>
      )}
    </EmptyState>
  )
}
