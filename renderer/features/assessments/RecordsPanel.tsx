import { useQuery } from '@tanstack/react-query'
import { Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TEST_STATES } from '#contract/code-tables'
import type { TestState } from '#contract/code-tables'
import { openDialog } from '#lib/dialogs'
import { useCodes } from '#lib/use-codes'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Rows } from '#ui/Rows'
import { AssessmentRow } from './AssessmentRow.tsx'
import { assessmentQueries, PAGE_SIZE } from './queries.ts'
import type { RecordFilter } from './queries.ts'

const NO_FILTER: RecordFilter = { state: null, instrumentId: null }

/** Every test ever given, newest first. */
export function RecordsPanel() {
  const { t } = useTranslation()
  const codes = useCodes()
  const { me } = useWorkplace()
  const [filter, setFilter] = useState(NO_FILTER)
  const [page, setPage] = useState(0)
  const { data, error, refetch } = useQuery(assessmentQueries.list(filter, page))
  const { data: instruments = [] } = useQuery(assessmentQueries.instruments())
  const change = (part: Partial<RecordFilter>) => {
    setFilter({ ...filter, ...part })
    setPage(0)
  }
  const isFiltered = filter.state !== null || filter.instrumentId !== null
  const first = page * PAGE_SIZE
  return (
    <Panel
      className="tests-records"
      title={t('assessments.records')}
      extra={data && t('assessments.count', { n: data.total })}
    >
      <div className="tests-filter">
        <Chips<TestState | 'all'>
          label={t('assessments.state')}
          value={filter.state ?? 'all'}
          options={[{ value: 'all', label: t('assessments.all') }, ...codes('testStates', TEST_STATES)]}
          onChange={(state) => change({ state: state === 'all' ? null : state })}
        />
        <Select
          className="tests-instrument"
          aria-label={t('assessments.instrument')}
          placeholder={t('assessments.everyInstrument')}
          allowClear
          value={filter.instrumentId}
          options={instruments.map(({ id, short }) => ({ value: id, label: short }))}
          onChange={(instrumentId: string | undefined) => change({ instrumentId: instrumentId ?? null })}
        />
      </div>
      {error && <ErrorState error={error} what={t('assessments.listFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton active title={false} paragraph={{ rows: 5 }} />}
      {data && data.rows.length > 0 && (
        <Rows label={t('assessments.records')}>
          {data.rows.map((line) => (
            <AssessmentRow key={line.id} line={line} />
          ))}
        </Rows>
      )}
      {data?.rows.length === 0 &&
        (isFiltered ? (
          <EmptyState title={t('assessments.noneFit')}>
            <Button onClick={() => change(NO_FILTER)}>{t('assessments.showAll')}</Button>
          </EmptyState>
        ) : (
          <EmptyState title={t('assessments.none')} hint={t('assessments.noneHint')}>
            {me.roles.includes('counselor') && (
              <Button onClick={() => openDialog({ kind: 'assessment', studentId: null })}>
                {t('assessments.give')}
              </Button>
            )}
          </EmptyState>
        ))}
      {data && data.total > PAGE_SIZE && (
        <div className="tests-pager">
          {t('assessments.range', { first: first + 1, last: first + data.rows.length, total: data.total })}
          <Button size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('assessments.newer')}
          </Button>
          <Button size="small" disabled={first + PAGE_SIZE >= data.total} onClick={() => setPage(page + 1)}>
            {t('assessments.older')}
          </Button>
        </div>
      )}
    </Panel>
  )
}
