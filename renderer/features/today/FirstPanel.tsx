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
import { MoreTests } from './MoreTests.tsx'
import { todayQueries } from './queries.ts'
import { ReferralRow } from './ReferralRow.tsx'
import { TaskRow } from './TaskRow.tsx'

/** As many as leave room for who comes today; the others stand on the page of tests. */
const MOST_TASKS = 4

/** Open crises, children to be seen after a critical answer, and return slips that should be here by now. Stands only when there is something. */
export function FirstPanel({ overdue }: { overdue: readonly ReferralLine[] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const now = localOf(useNow(60_000))
  const { riskLevels } = useWorkplace()
  const { data: crises = [], error, refetch } = useQuery(todayQueries.crises())
  const tasks = useQuery(todayQueries.tasks())
  const toSee = tasks.data ?? []
  const count = crises.length + toSee.length + overdue.length
  if (error ?? tasks.error)
    return (
      <ErrorState
        error={error ?? tasks.error}
        what={t('today.crisesFailed')}
        onRetry={() => {
          void refetch()
          void tasks.refetch()
        }}
      />
    )
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
        {toSee.slice(0, MOST_TASKS).map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
        {toSee.length > MOST_TASKS && <MoreTests n={toSee.length - MOST_TASKS} />}
        {overdue.map((line) => (
          <ReferralRow key={line.id} line={line} isOverdue />
        ))}
      </Rows>
    </Panel>
  )
}
