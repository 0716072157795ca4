import './plans.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { GoalCourse } from '#contract/plans'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Tag } from '#ui/Tag'
import { planQueries } from './queries.ts'
import { useNextVersion } from './use-next-version.ts'

const CourseChart = lazy(() => import('#ui/CourseChart').then((file) => ({ default: file.CourseChart })))
const SCALE = { min: 0, max: 10 }
const NO_BANDS: never[] = []

/** On the case's page: the plan that holds, and how each goal has come along. */
export function PlanPanel({ studentId, caseId }: { studentId: string; caseId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayWrite = useMayWrite()
  const { today } = useWorkplace()
  const { data: one } = useQuery(planQueries.case(caseId))
  const { data: versions, error, refetch } = useQuery(planQueries.ofCase(caseId))
  const { data: course } = useQuery(planQueries.course(caseId))
  const next = useNextVersion({ id: caseId, studentId })
  if (error) return <ErrorState error={error} what={t('plans.openFailed')} onRetry={() => void refetch()} />
  if (!versions) return <Panel title={t('plans.title')}>{null}</Panel>
  const active = versions.find(({ state }) => state === 'active')
  const draft = versions.find(({ state }) => state === 'draft')
  const mayBegin = mayWrite && one?.state === 'open'
  return (
    <Panel
      title={t('plans.title')}
      extra={
        <>
          {active && (
            <Tag tone="green">
              {t('plans.activeSince', { n: active.version, day: formatDate(active.agreedOn ?? '', today) })}
            </Tag>
          )}
          {active?.body.service === 'career' && <Tag tone="blue">{t('codes.services.career')}</Tag>}
          {draft && <Tag tone="amber">{t('plans.draftOf', { n: draft.version })}</Tag>}
        </>
      }
    >
      {versions.length === 0 && <p className="sheet-part-hint">{t('plans.noneHint')}</p>}
      {course?.map((goal, index) => (
        <Goal key={goal.rootId} goal={goal} no={index + 1} />
      ))}
      {next.error && <ErrorState error={next.error} what={t('plans.nextFailed')} />}
      <div className="sheet-part-line">
        {active && (
          <Button size="small" onClick={() => void navigate(paths.plan(active.id))}>
            {t('plans.look')}
          </Button>
        )}
        {mayBegin && (
          <Button size="small" type={active ? 'text' : 'default'} loading={next.isPending} onClick={next.start}>
            {t(draft ? 'plans.goOn' : active ? 'plans.next' : 'plans.begin')}
          </Button>
        )}
      </div>
    </Panel>
  )
}

function Goal({ goal, no }: { goal: GoalCourse; no: number }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const points = useMemo(
    () => goal.marks.map(({ at, score }) => ({ day: formatDate(at, today), score, band: null, isValid: true })),
    [goal.marks, today],
  )
  const last = goal.marks.at(-1)
  return (
    <div className="plan-course">
      <div className="plan-course-goal">
        <b>{`${no}. ${goal.text}`}</b>
        {goal.state !== 'open' && (
          <Tag tone={goal.state === 'reached' ? 'green' : 'plain'}>{t(`codes.goalStates.${goal.state}`)}</Tag>
        )}
        <div>{t('plans.signIs', { sign: goal.sign })}</div>
        {last && (
          <div>{t('plans.lastMark', { day: formatDate(last.at, today), n: last.score, words: last.words })}</div>
        )}
      </div>
      {points.length > 1 && (
        <Suspense fallback={<div className="course-chart course-chart-small" />}>
          <CourseChart title={goal.text} scale={SCALE} bands={NO_BANDS} points={points} isSmall />
        </Suspense>
      )}
    </div>
  )
}
