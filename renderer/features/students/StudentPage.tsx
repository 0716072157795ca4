import './students.css'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { studentHeaderQuery, useShownStudent } from '#lib/student-header'
import { useEscape } from '#lib/use-escape'
import { ErrorState } from '#ui/ErrorState'
import { ContactsPanel } from './ContactsPanel.tsx'
import { NextPanel } from './NextPanel.tsx'
import { StudentStrip } from './StudentStrip.tsx'
import { TestsPanel } from './TestsPanel.tsx'
import { TimelinePanel } from './TimelinePanel.tsx'

/** One student: who this is, what happened, what comes next, whom to call. */
export function StudentPage({ Beside }: { Beside: ComponentType<{ studentId: string; visitId: null }> }) {
  const { t } = useTranslation()
  const { studentId = '' } = useParams()
  const { data: header, error, refetch } = useQuery(studentHeaderQuery(studentId))
  useShownStudent(studentId)
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
          <TestsPanel studentId={studentId} />
          <ContactsPanel student={header.student} />
          <Beside studentId={studentId} visitId={null} />
        </aside>
      </div>
    </div>
  )
}
