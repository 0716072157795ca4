import './plans.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { studentHeaderQuery, useShownStudent } from '#lib/student-header'
import { useEscape } from '#lib/use-escape'
import { useMayWrite } from '#lib/whose'
import { ErrorState } from '#ui/ErrorState'
import { PlanDesk } from './PlanDesk.tsx'
import { planQueries } from './queries.ts'
import { ReadPlan } from './ReadPlan.tsx'

/** One version of a plan: the draft is written, what was agreed is read beside the others. */
export function PlanPage() {
  const { t } = useTranslation()
  const { planId = '' } = useParams()
  const mayWrite = useMayWrite()
  const plan = useQuery({ ...planQueries.one(planId), staleTime: Infinity, gcTime: 0 })
  const caseId = plan.data?.caseId ?? ''
  const versions = useQuery(planQueries.ofCase(caseId))
  const one = useQuery(planQueries.case(caseId))
  const header = useQuery(studentHeaderQuery(plan.data?.studentId ?? ''))
  useShownStudent(plan.data?.studentId)
  useEscape()
  const error = plan.error ?? versions.error ?? one.error ?? header.error
  if (error)
    return (
      <ErrorState
        error={error}
        what={t('plans.openFailed')}
        onRetry={() => void Promise.all([plan.refetch(), versions.refetch(), one.refetch(), header.refetch()])}
      />
    )
  if (!plan.data || !versions.data || !one.data || !header.data) return null
  const shown = { one: one.data, header: header.data, plan: plan.data, versions: versions.data }
  return plan.data.state === 'draft' && mayWrite && one.data.state === 'open' ? (
    <PlanDesk key={planId} {...shown} />
  ) : (
    <ReadPlan key={planId} {...shown} />
  )
}
