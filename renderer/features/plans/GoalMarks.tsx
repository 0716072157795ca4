import './plans.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { useMayWrite } from '#lib/whose'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { GoalMarkFields } from './GoalMarkFields.tsx'
import { planQueries } from './queries.ts'

/** Beside the record of a visit: how far each goal of the plan has come. Nothing stands here without a plan. */
export function GoalMarks({ studentId, visitId }: { studentId: string; visitId: string }) {
  const { t } = useTranslation()
  const mayWrite = useMayWrite()
  const { data: visit } = useQuery({
    queryKey: ['visits', 'one', visitId],
    queryFn: () => client.visits.get({ visitId }),
  })
  const caseId = visit?.caseId ?? ''
  const { data: course, error, refetch } = useQuery(planQueries.course(caseId))
  if (error) return <ErrorState error={error} what={t('plans.marksFailed')} onRetry={() => void refetch()} />
  const isSigned = visit?.noteState === 'signed'
  const shown = (course ?? []).filter(
    ({ state, marks }) => state === 'open' || marks.some((mark) => mark.visitId === visitId),
  )
  if (!visit || visit.arrivedAt === null || shown.length === 0) return null
  return (
    <Panel title={t('plans.marks')} extra={t('plans.marksHint')}>
      {shown.map((goal) => (
        <GoalMarkFields
          key={goal.rootId}
          goal={goal}
          caseId={caseId}
          studentId={studentId}
          visitId={visitId}
          mayWrite={mayWrite && !(isSigned && goal.marks.some((mark) => mark.visitId === visitId))}
        />
      ))}
    </Panel>
  )
}
