import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { paths } from '#lib/paths'
import { Chips } from '#ui/Chips'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { PageHeader } from '#ui/PageHeader'
import { Panel } from '#ui/Panel'
import { RiskTag } from '#ui/RiskTag'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { PAGE_SIZE, supervisionQueries } from './queries.ts'
import type { SupervisionState } from './queries.ts'
import { useCourseWords, usePersonWords } from './use-case-facts.ts'

const STATES: readonly SupervisionState[] = ['open', 'closed', 'all']

/** 督导: the cases without names, and without a word that anybody wrote. */
export function SupervisionPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const person = usePersonWords()
  const course = useCourseWords()
  const [state, setState] = useState<SupervisionState>('open')
  const [page, setPage] = useState(0)
  const { data, error, refetch } = useQuery(supervisionQueries.cases(state, page))
  const hasMore = data !== undefined && (page + 1) * PAGE_SIZE < data.total
  return (
    <>
      <PageHeader title={t('supervision.title')} hint={t('supervision.hint')}>
        <Chips
          label={t('supervision.state')}
          options={STATES.map((value) => ({ value, label: t(`supervision.states.${value}`) }))}
          value={state}
          onChange={(next) => {
            setState(next)
            setPage(0)
          }}
        />
      </PageHeader>
      {error && <ErrorState error={error} what={t('supervision.failed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {data?.total === 0 && <EmptyState title={t('supervision.empty')} hint={t('supervision.emptyHint')} />}
      {data && data.total > 0 && (
        <Panel extra={t('supervision.count', { n: data.total })}>
          <Rows label={t('supervision.title')}>
            {data.rows.map((line) => {
              const open = () => void navigate(paths.supervisionCase(line.id))
              return (
                <Row
                  key={line.id}
                  name={line.no}
                  onOpen={open}
                  hint={[person(line), course(line)].filter(Boolean).join(' · ')}
                  state={line.riskRank ? <RiskTag rank={line.riskRank} /> : undefined}
                  verb={
                    <Button size="small" onClick={open}>
                      {t('supervision.open')}
                    </Button>
                  }
                />
              )
            })}
          </Rows>
          {(page > 0 || hasMore) && (
            <div className="form-row-line">
              {page > 0 && <Button onClick={() => setPage(page - 1)}>{t('students.previous')}</Button>}
              {hasMore && <Button onClick={() => setPage(page + 1)}>{t('students.next')}</Button>}
            </div>
          )}
        </Panel>
      )}
    </>
  )
}
