import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { DayLog, DaySummary } from '#contract/days'
import { client } from '#lib/client'
import { formatDate, formatDay } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useStretch } from '#lib/use-stretch'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { LoadedRows } from '#ui/LoadedRows'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { StretchSteps } from '#ui/StretchSteps'

/** What stands in a row; the paper has the rest. */
const SHOWN = [
  'crises',
  'contacts',
  'followupsDone',
  'lettersAnswered',
  'observations',
  'conferences',
  'referrals',
  'tests',
] as const satisfies readonly (keyof DaySummary)[]

/** 咨询师日志: one's own days as they were kept; the director's list has everybody's. */
export function DayLogsTab() {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const stretch = useStretch()
  const { from, to } = stretch
  const list = useQuery({
    queryKey: ['days', 'logs', from, to],
    queryFn: () => client.days.logs({ from, to }),
  })
  return (
    <Panel
      title={t('days.title')}
      extra={
        <div className="form-row-line">
          <StretchSteps stretch={stretch}>
            {t('days.range', { from: formatDate(from, today), to: formatDate(to, today) })}
          </StretchSteps>
        </div>
      }
    >
      <LoadedRows
        list={list}
        label={t('days.title')}
        failed={t('days.listFailed')}
        empty={<EmptyState title={t('days.none')} hint={t('days.noneHint')} />}
      >
        {(log) => <LogRow key={`${log.day} ${log.userId}`} log={log} />}
      </LoadedRows>
    </Panel>
  )
}

function LogRow({ log }: { log: DayLog }) {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate()
  const { summary } = log
  const open = () => void navigate(paths.print('daily-log', `${log.day}|${log.userId}`))
  const counts = [
    t('today.summary.visits', { count: summary.visits.length }),
    ...SHOWN.filter((name) => summary[name] > 0).map((name) => t(`today.summary.${name}`, { count: summary[name] })),
  ]
  return (
    <Row
      name={formatDay(log.day)}
      hint={[log.userName, ...counts].join(' · ')}
      second={log.remarks}
      verb={
        may('prints.preview') && (
          <Button size="small" onClick={open}>
            {t('days.open')}
          </Button>
        )
      }
    />
  )
}
