import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { localOf } from '#contract/calendar'
import { client } from '#lib/client'
import { formatMoment } from '#lib/format'
import { paths } from '#lib/paths'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'

const SHOWN = 8

/** The head of the log once a week: on paper with somebody else, it proves that nothing before it was changed. */
export function WitnessPanel() {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const { data, error, refetch } = useQuery({
    queryKey: ['audit', 'witnesses'],
    queryFn: () => client.audit.witnesses({}),
  })
  return (
    <Panel
      title={t('log.witness.title')}
      extra={data && data.length > 0 && <Link to={paths.print('audit-witness', 'room')}>{t('log.witness.print')}</Link>}
    >
      <p className="setting-hint">{t('log.witness.hint')}</p>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {data?.length === 0 && <EmptyState title={t('log.witness.none')} />}
      {data && data.length > 0 && (
        <table className="log">
          <thead>
            <tr>
              <th>{t('log.witness.week')}</th>
              <th>{t('log.witness.upTo')}</th>
              <th>{t('log.witness.head')}</th>
              <th>{t('log.at')}</th>
            </tr>
          </thead>
          <tbody>
            {data.slice(0, SHOWN).map(({ week, seq, head, at }) => (
              <tr key={week}>
                <td>{week}</td>
                <td>{seq}</td>
                <td className="log-head">{head}</td>
                <td>{formatMoment(localOf(at), today)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
