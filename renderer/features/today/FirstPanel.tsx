import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { localOf } from '#contract/calendar'
import type { ReferralLine } from '#contract/referrals'
import { hoursBetween } from '#lib/format'
import { paths } from '#lib/paths'
import { useNow } from '#lib/use-now'
import { riskLabel, useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { todayQueries } from './queries.ts'
import { ReferralRow } from './ReferralRow.tsx'

/** Open crises and return slips that should be here by now. Stands only when there is something. */
export function FirstPanel({ overdue }: { overdue: readonly ReferralLine[] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const now = localOf(useNow(60_000))
  const { riskLevels } = useWorkplace()
  const { data: crises = [], error, refetch } = useQuery(todayQueries.crises())
  const count = crises.length + overdue.length
  if (error) return <ErrorState error={error} what={t('today.crisesFailed')} onRetry={() => void refetch()} />
  if (count === 0) return null
  return (
    <Panel tone="red" title={t('today.first', { count })}>
      <Rows>
        {crises.map((crisis) => {
          const hours = hoursBetween(crisis.lastEntryAt ?? crisis.openedAt, now)
          return (
            <Row
              key={crisis.id}
              lead={
                <Tag tone="red">
                  {[t('today.crisis'), crisis.rank !== null && riskLabel(crisis.rank, riskLevels)]
                    .filter(Boolean)
                    .join(' · ')}
                </Tag>
              }
              name={crisis.studentName}
              onOpen={() => void navigate(paths.student(crisis.studentId))}
              hint={[
                crisis.className,
                t('today.steps', { done: crisis.stepsDone.length }),
                hours > 0 && t('today.quietFor', { hours }),
              ]
                .filter(Boolean)
                .join(' · ')}
              verb={
                <Button type="primary" danger size="small" onClick={() => void navigate(paths.crisis(crisis.id))}>
                  {t('today.openCrisis')}
                </Button>
              }
            />
          )
        })}
        {overdue.map((line) => (
          <ReferralRow key={line.id} line={line} isOverdue />
        ))}
      </Rows>
    </Panel>
  )
}
