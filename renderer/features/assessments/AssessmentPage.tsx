import './assessments.css'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { studentHeaderQuery, useShownStudent } from '#lib/student-header'
import { useEscape } from '#lib/use-escape'
import { useMayWrite } from '#lib/whose'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { AssessmentStrip } from './AssessmentStrip.tsx'
import { assessmentQueries } from './queries.ts'
import { ResultSheet } from './ResultSheet.tsx'
import { SheetDesk } from './SheetDesk.tsx'

/** One test of one student: filled in while it is open, read and interpreted afterwards. */
export function AssessmentPage() {
  const { t } = useTranslation()
  const { assessmentId = '' } = useParams()
  const { data, error, refetch } = useQuery(assessmentQueries.one(assessmentId))
  const header = useQuery(studentHeaderQuery(data?.assessment.studentId ?? ''))
  const mayWrite = useMayWrite()
  useShownStudent(data?.assessment.studentId)
  useEscape()
  if (error ?? header.error)
    return (
      <ErrorState
        error={error ?? header.error}
        what={t('assessments.openFailed')}
        onRetry={() => {
          void refetch()
          void header.refetch()
        }}
      />
    )
  if (!data || !header.data) return <Skeleton active paragraph={{ rows: 8 }} />
  const { assessment, instrument } = data
  return (
    <>
      <AssessmentStrip key={assessmentId} assessment={assessment} header={header.data} />
      {assessment.state !== 'open' ? (
        <ResultSheet key={assessmentId} assessment={assessment} instrument={instrument} />
      ) : mayWrite ? (
        <SheetDesk assessment={assessment} instrument={instrument} />
      ) : (
        <EmptyState title={t('assessments.stillOpen')} />
      )}
    </>
  )
}
