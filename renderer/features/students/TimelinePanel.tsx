import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openDialog } from '#lib/dialogs'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { studentQueries } from './queries.ts'
import { byTerm, FILTERS, fits, TIMELINE_LENGTH } from './timeline.ts'
import type { Filter } from './timeline.ts'
import { TimelineRow } from './TimelineRow.tsx'

/** Everything that happened with this student, newest first, by term. */
export function TimelinePanel({ studentId }: { studentId: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const { terms } = useWorkplace()
  const [filter, setFilter] = useState<Filter>('all')
  const { data, error, refetch } = useQuery(studentQueries.timeline(studentId, TIMELINE_LENGTH))
  const stretches = byTerm(data?.items.filter((item) => fits(item, filter)) ?? [], terms)
  return (
    <Panel className="timeline">
      <div className="timeline-filter" role="radiogroup" aria-label={t('students.timeline')}>
        {FILTERS.map((one) => (
          <button key={one} type="button" role="radio" aria-checked={one === filter} onClick={() => setFilter(one)}>
            {t(`students.filters.${one}`)}
          </button>
        ))}
      </div>
      {error && <ErrorState error={error} what={t('students.timelineFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton active title={false} paragraph={{ rows: 5 }} />}
      {stretches.map((stretch) => (
        <section key={stretch.key}>
          <h2 className="timeline-term">
            {stretch.name ? t('students.term', { term: stretch.name }) : t('students.betweenTerms')}
          </h2>
          <ol className="timeline-rows">
            {stretch.items.map((item) => (
              <TimelineRow key={`${item.kind}${item.id}${item.what}`} item={item} studentId={studentId} />
            ))}
          </ol>
        </section>
      ))}
      {data && stretches.length === 0 && (
        <EmptyState
          title={t(filter === 'all' ? 'students.nothingYet' : 'students.noneOfThese')}
          hint={filter === 'all' && t('students.nothingYetHint')}
        >
          {filter === 'all' && may('visits.register') && (
            <Button onClick={() => openDialog({ kind: 'visit', studentId })}>{t('students.register')}</Button>
          )}
        </EmptyState>
      )}
    </Panel>
  )
}
