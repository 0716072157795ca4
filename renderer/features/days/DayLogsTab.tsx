import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { addDays } from '#contract/calendar'
import type { DayLog, DaySummary } from '#contract/days'
import { client } from '#lib/client'
import { formatDate, formatDay } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { LoadedRows } from '#ui/LoadedRows'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'

const STRETCH = 30
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
  const [back, setBack] = useState(0)
  const to = addDays(today, -back)
  const from = addDays(to, -STRETCH)
  const list = useQuery({
    queryKey: ['days', 'logs', from, to],
    queryFn: () => client.days.logs({ from, to }),
  })
  return (
    <Panel
      title={t('days.title')}
      extra={
        <div className="form-row-line">
          <Button size="small" type="text" onClick={() => setBack(back + STRETCH + 1)}>
            {t('days.before')}
          </Button>
          <span>{t('days.range', { from: formatDate(from, today), to: formatDate(to, today) })}</span>
          <Button
            size="small"
            type="text"
            disabled={back === 0}
            onClick={() => setBack(Math.max(0, back - STRETCH - 1))}
          >
            {t('days.after')}
          </Button>
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
