import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { TaskLine } from '#contract/assessments'
import { agoOf } from '#lib/ago'
import { openDialog } from '#lib/dialogs'
import { paths } from '#lib/paths'
import { taskWords } from '#lib/task-words'
import { useNow } from '#lib/use-now'
import { currentLanguage } from '#lib/words'
import { useWorkplace } from '#lib/workplace'
import { Row } from '#ui/Row'
import { Tag } from '#ui/Tag'

/** A child to be seen in person; the result is one click away. */
export function TaskRow({ task }: { task: TaskLine }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { me } = useWorkplace()
  const ago = agoOf(task.raisedAt, useNow(30_000))
  const { id: taskId, studentId } = task
  const open = () => void navigate(paths.assessment(task.assessmentId))
  return (
    <Row
      lead={<Tag tone="red">{t(`codes.urgenciesInPerson.${task.urgency}`)}</Tag>}
      name={task.studentName}
      onOpen={open}
      hint={[task.className, task.short, t(`frame.ago.${ago.unit}`, { n: ago.n })].filter(Boolean).join(' · ')}
      second={taskWords(task, currentLanguage(), t)}
      verb={
        <>
          {me.roles.includes('counselor') && (
            <Button size="small" onClick={() => openDialog({ kind: 'task', studentId, taskId })}>
              {t('assessments.task.record')}
            </Button>
          )}
          <Button size="small" onClick={open}>
            {t('assessments.task.open')}
          </Button>
        </>
      }
    />
  )
}
