import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { addDays } from '#contract/calendar'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { hoursQueries } from './queries.ts'
import { RosterWeek } from './RosterWeek.tsx'
import { mondayOf } from './week.ts'

/** One week of the duty roster. */
export function RosterPanel() {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useWorkplace()
  const [monday, setMonday] = useState(() => mondayOf(today))
  const sunday = addDays(monday, 6)
  const { data, error, refetch } = useQuery(hoursQueries.get(addDays(monday, -7), sunday))
  const shifts = data?.shifts ?? []
  return (
    <Panel
      title={t('hours.roster.title')}
      extra={
        <div className="roster-weeks">
          <Button size="small" onClick={() => setMonday(addDays(monday, -7))}>
            {t('hours.roster.before')}
          </Button>
          <strong>{t('hours.roster.week', { from: formatDate(monday), to: formatDate(sunday) })}</strong>
          <Button size="small" onClick={() => setMonday(addDays(monday, 7))}>
            {t('hours.roster.after')}
          </Button>
        </div>
      }
    >
      <p className="setting-hint">{t('hours.roster.hint')}</p>
      {error && <ErrorState error={error} what={t('hours.failed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
      {data && (
        <RosterWeek
          key={monday}
          monday={monday}
          start={shifts.filter(({ day }) => day >= monday)}
          before={shifts.filter(({ day }) => day < monday)}
          weekly={data.weekly}
        />
      )}
      {may('prints.preview') && (
        <Link className="hours-print" to={paths.print('roster', monday)}>
          {t('hours.roster.print')}
        </Link>
      )}
    </Panel>
  )
}
