import './students.css'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { studentHeaderQuery, useShownStudent } from '#lib/student-header'
import { useEscape } from '#lib/use-escape'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { ContactsPanel } from './ContactsPanel.tsx'
import { NextPanel } from './NextPanel.tsx'
import { StudentStrip } from './StudentStrip.tsx'
import { TestsPanel } from './TestsPanel.tsx'
import { TimelinePanel } from './TimelinePanel.tsx'

/** One student: who this is, what happened, what comes next, whom to call. */
export function StudentPage() {
  const { t } = useTranslation()
  const { studentId = '' } = useParams()
  const { data: header, error, refetch } = useQuery(studentHeaderQuery(studentId))
  useShownStudent(studentId)
  const isDutyOnly = useWorkplace().me.roles.every((role) => role === 'duty')
  useEscape()
  if (error) return <ErrorState error={error} what={t('students.pageFailed')} onRetry={() => void refetch()} />
  if (!header) return <Skeleton active avatar paragraph={{ rows: 6 }} />
  return (
    <div className="student">
      <StudentStrip header={header} />
      <div className="student-columns">
        <TimelinePanel studentId={studentId} />
        <aside className="student-side">
          <NextPanel header={header} />
          {!isDutyOnly && <TestsPanel studentId={studentId} />}
          <ContactsPanel student={header.student} />
        </aside>
      </div>
    </div>
  )
}
