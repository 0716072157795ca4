import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AuditFilter, AuditRow } from '#contract/audit'
import { localOf } from '#contract/calendar'
import { client } from '#lib/client'
import { formatMoment } from '#lib/format'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'

const AT_ONCE = 100

export function LogRows({ filter }: { filter: AuditFilter }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['audit', 'list', filter],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => client.audit.list({ before: pageParam, limit: AT_ONCE, filter }),
    getNextPageParam: (page: AuditRow[]) => (page.length < AT_ONCE ? undefined : page.at(-1)?.seq),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 6 }} />
  const rows = data.pages.flat()
  if (rows.length === 0) return <EmptyState title={t('log.empty')} />
  return (
    <>
      <table className="log">
        <thead>
          <tr>
            <th>{t('log.seq')}</th>
            <th>{t('log.at')}</th>
            <th>{t('log.by')}</th>
            <th>{t('log.what')}</th>
            <th>{t('log.student')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.seq}>
              <td>{row.seq}</td>
              <td>{formatMoment(localOf(row.at), today)}</td>
              <td>{row.by}</td>
              <td>
                {t(`audit.${row.event}`, row.event)}
                {row.event === 'clock.jumped' && ` ${t('log.minutes', { n: row.subjectId })}`}
                {row.event === 'vault.unlock-failed' && ` ${t('log.times', { n: row.subjectId })}`}
              </td>
              <td>{row.student}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasNextPage && (
        <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('log.earlier')}
        </Button>
      )}
    </>
  )
}
