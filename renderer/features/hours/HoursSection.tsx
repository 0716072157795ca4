import './hours.css'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { ClosedDaysPanel } from './ClosedDaysPanel.tsx'
import { hoursQueries } from './queries.ts'
import { RulesPanel } from './RulesPanel.tsx'
import { WeeklyPanel } from './WeeklyPanel.tsx'

/** 开放时间与预约规则. */
export function HoursSection() {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const { data: hours, error, refetch } = useQuery(hoursQueries.year(today))
  if (error) return <ErrorState error={error} what={t('hours.failed')} onRetry={() => void refetch()} />
  if (!hours) return <Skeleton active title={false} paragraph={{ rows: 6 }} />
  return (
    <>
      <WeeklyPanel start={hours.weekly} />
      <ClosedDaysPanel days={hours.closedDays} today={today} />
      <RulesPanel start={hours.rules} />
    </>
  )
}
