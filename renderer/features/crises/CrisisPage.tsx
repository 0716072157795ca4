import './crises.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '#lib/rights'
import { studentHeaderQuery, useShownStudent } from '#lib/student-header'
import { useEscape } from '#lib/use-escape'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { CrisisDesk } from './CrisisDesk.tsx'
import { CrisisEntries } from './CrisisEntries.tsx'
import { CrisisHead } from './CrisisHead.tsx'
import { CrisisLevel } from './CrisisLevel.tsx'
import { CrisisPhones } from './CrisisPhones.tsx'
import { CrisisReport } from './CrisisReport.tsx'
import { CrisisSteps } from './CrisisSteps.tsx'
import { useCrisis } from './use-crisis.ts'
import { useReportFields } from './use-report-fields.ts'
import type { Crisis } from '#contract/crises'
import type { StudentHeader } from '#contract/students'

/** 危机卡: what is to be done, what was done, whom to call. */
export function CrisisPage() {
  const { t } = useTranslation()
  const { crisisId = '' } = useParams()
  const crisis = useCrisis(crisisId)
  const may = useMay()
  const isDesk = !may('students.header')
  const studentId = crisis.data?.studentId ?? ''
  const header = useQuery({ ...studentHeaderQuery(studentId), enabled: !isDesk && studentId !== '' })
  useShownStudent(crisis.data?.studentId)
  useEscape()
  if (isDesk)
    return crisis.data ? (
      <CrisisDesk key={crisisId} crisis={crisis.data} />
    ) : (
      <EmptyState title={t('crises.deskLeft')} hint={t('crises.deskAgain')} />
    )
  const error = crisis.error ?? header.error
  if (error)
    return (
      <ErrorState
        error={error}
        what={t('crises.readFailed')}
        onRetry={() => {
          void crisis.refetch()
          void header.refetch()
        }}
      />
    )
  if (!crisis.data || !header.data) return null
  return <CrisisCard key={crisisId} crisis={crisis.data} header={header.data} />
}

function CrisisCard({ crisis, header }: { crisis: Crisis; header: StudentHeader }) {
  const report = useReportFields(crisis)
  return (
    <div className={crisis.state === 'open' ? 'crisis crisis-open' : 'crisis'}>
      <CrisisHead crisis={crisis} header={header} beforeLeaving={report.flush} />
      <div className="crisis-columns">
        <div className="crisis-main">
          <CrisisSteps crisis={crisis} guardians={header.student.guardians} />
          <CrisisReport report={report} isClosed={crisis.state === 'closed'} />
        </div>
        <aside className="crisis-side">
          <CrisisLevel report={report} studentId={crisis.studentId} isClosed={crisis.state === 'closed'} />
          <CrisisPhones student={header.student} />
          <CrisisEntries crisis={crisis} />
        </aside>
      </div>
    </div>
  )
}
