import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import type { AuditRow } from '#contract/audit'
import { client } from '#lib/client'
import { formatMoment } from '#lib/format'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Tag } from '#ui/Tag'

const AT_ONCE = 100

/** Who did what and when, without any content; each row is chained to the one before, so that none can be changed. */
export function LogPanel() {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['audit', 'list'],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => client.audit.list({ before: pageParam, limit: AT_ONCE }),
    getNextPageParam: (page: AuditRow[]) => (page.length < AT_ONCE ? undefined : page.at(-1)?.seq),
  })
  const verify = useMutation({ mutationFn: () => client.audit.verify({}) })
  return (
    <Panel
      title={t('settings.log.title')}
      extra={
        <Button size="small" loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('settings.log.verify')}
        </Button>
      }
    >
      <p className="setting-hint">{t('settings.log.hint')}</p>
      <div className="log-verdict" role="status">
        {verify.data?.brokenAt === null && (
          <Tag tone="green">
            {t('settings.log.whole', { rows: verify.data.rows, head: verify.data.head.slice(0, 12) })}
          </Tag>
        )}
        {typeof verify.data?.brokenAt === 'number' && (
          <Tag tone="red">{t('settings.log.broken', { seq: verify.data.brokenAt })}</Tag>
        )}
      </div>
      {(error ?? verify.error) && <ErrorState error={error ?? verify.error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      <table className="log">
        <thead>
          <tr>
            <th>{t('settings.log.seq')}</th>
            <th>{t('settings.log.at')}</th>
            <th>{t('settings.log.by')}</th>
            <th>{t('settings.log.what')}</th>
          </tr>
        </thead>
        <tbody>
          {data?.pages.flat().map((row) => (
            <tr key={row.seq}>
              <td>{row.seq}</td>
              <td>{formatMoment(localOf(row.at), today)}</td>
              <td>{row.by}</td>
              <td>{t(`audit.${row.event}`, row.event)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasNextPage && (
        <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('settings.log.earlier')}
        </Button>
      )}
    </Panel>
  )
}
