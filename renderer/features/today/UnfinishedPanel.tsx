import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { formatDate, formatInstant, formatTime } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { DraftRow } from './DraftRow.tsx'
import { MoreTests } from './MoreTests.tsx'
import { todayQueries } from './queries.ts'
import { TestRow } from './TestRow.tsx'

const MOST_TESTS = 4
const NONE: never[] = []

/** Notes that are not written or not signed, tests that are paused or not interpreted, and forms that were begun. */
export function UnfinishedPanel() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const mayWrite = useMay()('visits.listUnfinished')
  const { data: own, error, refetch } = useQuery({ ...todayQueries.unfinished(), enabled: mayWrite })
  const visits = mayWrite ? own : NONE
  const { data: allDrafts = [] } = useQuery(todayQueries.drafts())
  const { data: toSee = [] } = useQuery(todayQueries.tasks())
  const { data: waiting, error: testsError, refetch: refetchTests } = useQuery(todayQueries.waitingTests())
  const tests = [...(waiting?.open ?? []), ...(waiting?.scored ?? [])]
  // What is typed on a row that stands here anyway, or among the first things, is no second row.
  const drafts = allDrafts.filter(
    ({ form, subjectId }) =>
      !(form === 'task' && toSee.some(({ id }) => id === subjectId)) &&
      !(form === 'interpretation' && tests.some(({ id }) => id === subjectId)),
  )
  const count = (visits?.length ?? 0) + tests.length + drafts.length
  const isEmpty = visits !== undefined && waiting !== undefined && count === 0
  const dayOf = (at: string) => (at.slice(0, 10) === today ? t('today.thisDay') : formatDate(at, today))
  return (
    <Panel className="today-unfinished" title={t('today.unfinished')} extra={count > 0 && t('today.things', { count })}>
      {(error ?? testsError) && (
        <ErrorState
          error={error ?? testsError}
          what={t('today.unfinishedFailed')}
          onRetry={() => {
            void refetch()
            void refetchTests()
          }}
        />
      )}
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
        {tests.slice(0, MOST_TESTS).map((line) => (
          <TestRow key={line.id} line={line} />
        ))}
        {tests.length > MOST_TESTS && <MoreTests n={tests.length - MOST_TESTS} />}
        {drafts.map((draft) => (
          <DraftRow key={`${draft.form} ${draft.subjectId}`} draft={draft} />
        ))}
      </Rows>
    </Panel>
  )
}
