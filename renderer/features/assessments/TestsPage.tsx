import './assessments.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openDialog } from '#lib/dialogs'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { TestTabs } from '#ui/TestTabs'
import { AssessmentRow } from './AssessmentRow.tsx'
import { assessmentQueries } from './queries.ts'
import { RecordsPanel } from './RecordsPanel.tsx'
import { TaskRow } from './TaskRow.tsx'

/** More are listed when asked for, so that the records are not pushed off the page. */
const MOST_WAITING = 5

/** What waits first, then every record. */
export function TestsPage() {
  const { t } = useTranslation()
  const { me } = useWorkplace()
  const tasks = useQuery(assessmentQueries.tasks())
  const waiting = useQuery(assessmentQueries.waiting())
  const error = tasks.error ?? waiting.error
  const [isAll, setAll] = useState(false)
  const lines = waiting.data ? [...waiting.data.open, ...waiting.data.scored] : []
  const shown = isAll ? lines : lines.slice(0, MOST_WAITING)
  return (
    <div className="tests">
      <TestTabs>
        {me.roles.includes('counselor') && (
          <Button type="primary" size="large" onClick={() => openDialog({ kind: 'assessment', studentId: null })}>
            {t('assessments.give')}
          </Button>
        )}
      </TestTabs>
      {error && (
        <ErrorState
          error={error}
          what={t('assessments.waitingFailed')}
          onRetry={() => {
            void tasks.refetch()
            void waiting.refetch()
          }}
        />
      )}
      {tasks.data && tasks.data.length > 0 && (
        <Panel tone="red" title={t('assessments.tasks')} extra={t('assessments.count', { n: tasks.data.length })}>
          <Rows label={t('assessments.tasks')}>
            {tasks.data.map((task) => (
              <TaskRow key={task.id} task={task} />
            ))}
          </Rows>
        </Panel>
      )}
      {lines.length > 0 && (
        <Panel title={t('assessments.waiting')} extra={t('assessments.count', { n: lines.length })}>
          <Rows label={t('assessments.waiting')}>
            {shown.map((line) => (
              <AssessmentRow key={line.id} line={line} />
            ))}
            {shown.length < lines.length && (
              <Row
                name={t('assessments.moreWaiting', { n: lines.length - shown.length })}
                verb={
                  <Button size="small" onClick={() => setAll(true)}>
                    {t('assessments.showThem')}
                  </Button>
                }
              />
            )}
          </Rows>
        </Panel>
      )}
      <RecordsPanel />
    </div>
  )
}
