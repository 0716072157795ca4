import './followups.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { daysBetween } from '#contract/calendar'
import type { Followup } from '#contract/followups'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useStepName } from '#lib/use-step-name'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { followupQueries } from './queries.ts'

const TONES = { fine: 'green', watch: 'amber', worse: 'red', 'not-reached': 'plain' } as const

/** The ladder of a case: what is due first, then what was done. */
export function FollowupsPanel({ studentId, caseId }: { studentId: string; caseId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayWrite = useMayWrite()
  const [showsAll, setShowsAll] = useState(false)
  const { data, error, refetch } = useQuery(followupQueries.byCase(caseId))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const list = data ?? []
  const due = list.filter(({ state }) => state === 'due')
  const past = list.filter(({ state }) => state !== 'due').toReversed()
  const shown = showsAll ? past : past.slice(0, 3)
  const plan = () => openDialog({ kind: 'followup-plan', studentId, caseId })
  return (
    <Panel
      title={t('followups.title')}
      extra={
        list.length > 0 && (
          <>
            <Button size="small" type="text" onClick={() => void navigate(paths.print('followups', caseId))}>
              {t('followups.print')}
            </Button>
            {mayWrite && (
              <Button size="small" onClick={plan}>
                {t('followups.plan')}
              </Button>
            )}
          </>
        )
      }
    >
      {data && list.length === 0 && (
        <EmptyState title={t('followups.none')} hint={t('followups.noneHint')}>
          {mayWrite && <Button onClick={plan}>{t('followups.plan')}</Button>}
        </EmptyState>
      )}
      {list.length > 0 && (
        <Rows label={t('followups.title')}>
          {[...due, ...shown].map((one) => (
            <FollowupRow key={one.id} one={one} />
          ))}
        </Rows>
      )}
      {past.length > shown.length && (
        <Button size="small" type="text" onClick={() => setShowsAll(true)}>
          {t('followups.earlier', { n: past.length - shown.length })}
        </Button>
      )}
    </Panel>
  )
}

function FollowupRow({ one }: { one: Followup }) {
  const { t } = useTranslation()
  const stepName = useStepName()
  const { today } = useWorkplace()
  const mayWrite = useMayWrite()
  const { studentId, caseId, cause, dueOn, state, outcome, way, doneAt, droppedReason } = one
  const open = () => openDialog({ kind: 'followup', studentId, caseId, followupId: one.id })
  const late = state === 'due' ? daysBetween(dueOn, today) : 0
  return (
    <Row
      lead={stepName(one.step)}
      name={
        state === 'done' && doneAt && way
          ? t('followups.doneOn', { day: formatDate(doneAt, today), way: t(`codes.followupWays.${way}`) })
          : t('followups.dueOn', { day: formatDate(dueOn, today) })
      }
      hint={t(`codes.followupCauses.${cause}`)}
      {...(state === 'done' && one.text ? { second: one.text } : {})}
      {...(state === 'dropped' ? { second: t('followups.dropped', { reason: droppedReason }) } : {})}
      state={
        outcome ? (
          <Tag tone={TONES[outcome]}>{t(`codes.followupOutcomes.${outcome}`)}</Tag>
        ) : late > 0 ? (
          <Tag tone="amber">{t('followups.overdue', { n: late })}</Tag>
        ) : undefined
      }
      verb={
        mayWrite &&
        state !== 'dropped' && (
          <Button size="small" type={state === 'due' ? 'default' : 'text'} onClick={open}>
            {t(state === 'due' ? 'followups.record' : 'followups.correct')}
          </Button>
        )
      }
    />
  )
}
