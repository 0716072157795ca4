import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { formatDate, formatInstant, formatTime } from '#lib/format'
import { paths } from '#lib/paths'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { DraftRow } from './DraftRow.tsx'
import { todayQueries } from './queries.ts'

/** Notes that are not written or not signed, and forms that were begun. */
export function UnfinishedPanel() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const { data: visits, error, refetch } = useQuery(todayQueries.unfinished())
  const { data: drafts = [] } = useQuery(todayQueries.drafts())
  const isEmpty = visits?.length === 0 && drafts.length === 0
  const count = (visits?.length ?? 0) + drafts.length
  const dayOf = (at: string) => (at.slice(0, 10) === today ? t('today.thisDay') : formatDate(at, today))
  return (
    <Panel className="today-unfinished" title={t('today.unfinished')} extra={count > 0 && t('today.things', { count })}>
      {error && <ErrorState error={error} what={t('today.unfinishedFailed')} onRetry={() => void refetch()} />}
      {!visits && !error && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {isEmpty && <EmptyState title={t('today.allWritten')} hint={t('today.allWrittenHint')} />}
      <Rows label={t('today.unfinished')}>
        {visits?.map((visit) => {
          const at = visit.arrivedAt ?? visit.bookedFor ?? ''
          const isDraft = visit.noteState === 'draft'
          return (
            <Row
              key={visit.id}
              name={visit.studentName}
              onOpen={() => void navigate(paths.student(visit.studentId))}
              hint={[
                `${dayOf(at)} ${formatTime(at)}`,
                isDraft && visit.noteSavedAt
                  ? t('today.draftSaved', { time: formatInstant(visit.noteSavedAt) })
                  : t('today.nothingWritten'),
              ].join(' · ')}
              state={isDraft && <Tag tone="amber">{t('today.unsigned')}</Tag>}
              verb={
                <Button size="small" onClick={() => void navigate(paths.note(visit.id))}>
                  {t(isDraft ? 'today.continue' : 'today.write')}
                </Button>
              }
            />
          )
        })}
        {drafts.map((draft) => (
          <DraftRow key={`${draft.form}${draft.subjectId}`} draft={draft} />
        ))}
      </Rows>
    </Panel>
  )
}
