import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { TaskLine } from '#contract/assessments'
import { agoOf } from '#lib/ago'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { paths } from '#lib/paths'
import { taskWords } from '#lib/task-words'
import { useNow } from '#lib/use-now'
import { useWrite } from '#lib/use-write'
import { currentLanguage } from '#lib/words'
import { useWorkplace } from '#lib/workplace'
import { Row } from '#ui/Row'
import { Tag } from '#ui/Tag'

/** A child to be seen in person after a critical answer: who, what was answered, how long ago, and the ways on. */
export function TaskRow({ task }: { task: TaskLine }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { me } = useWorkplace()
  const ago = agoOf(task.raisedAt, useNow(30_000))
  const { id: taskId, studentId } = task
  const acknowledge = useWrite(client.assessments.acknowledgeTask, { invalidates: ['assessments'] })
  return (
    <Row
      lead={<Tag tone="red">{t(`codes.urgenciesInPerson.${task.urgency}`)}</Tag>}
      name={task.studentName}
      onOpen={() => void navigate(paths.assessment(task.assessmentId))}
      hint={[task.className, task.short, t(`frame.ago.${ago.unit}`, { n: ago.n })].filter(Boolean).join(' · ')}
      second={taskWords(task, currentLanguage(), t)}
      state={acknowledge.error && <Tag tone="red">{t('today.notDone')}</Tag>}
      verb={
        <>
          {me.roles.includes('counselor') && task.acknowledgedAt === null && (
            <Button
              size="small"
              type="text"
              loading={acknowledge.isPending}
              onClick={() => acknowledge.write({ taskId, studentId })}
            >
              {t('assessments.task.acknowledge')}
            </Button>
          )}
          {me.roles.includes('counselor') && (
            <Button size="small" onClick={() => openDialog({ kind: 'task', studentId, taskId })}>
              {t('assessments.task.record')}
            </Button>
          )}
          <Button
            size="small"
            danger
            type={task.urgency === 'immediate' ? 'primary' : 'default'}
            onClick={() => openDialog({ kind: 'crisis', studentId })}
          >
            {t('assessments.task.crisis')}
          </Button>
        </>
      }
    />
  )
}
