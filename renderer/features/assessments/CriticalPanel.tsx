import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import type { Assessment, InPersonTask } from '#contract/assessments'
import type { Result } from '#contract/results'
import { bothIn } from '#lib/both'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatDate, formatMoment } from '#lib/format'
import { useWrite } from '#lib/use-write'
import { currentLanguage } from '#lib/words'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Tag } from '#ui/Tag'
import { inOrder, mostSeriousFirst } from './task-order.ts'

type Props = { assessment: Assessment; result: Result }

/** Answers that somebody must ask about in person, before any number. */
export function CriticalPanel({ assessment, result }: Props) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { critical, askInPerson } = result
  const tasks = inOrder(assessment.tasks)
  if (critical.length === 0 && askInPerson.length === 0) return null
  const isOpen = tasks.length === 0 || tasks.some(({ closedAt }) => closedAt === null)
  return (
    <Panel
      tone={isOpen ? 'red' : 'plain'}
      className="critical"
      title={t(isOpen ? 'assessments.critical.title' : 'assessments.critical.titleDone')}
    >
      {mostSeriousFirst(critical).map(({ item, question, answer, reason, urgency }) => (
        <div className="critical-answer" key={item}>
          <p className="critical-question">
            {bothIn(language, question)}
            <Tag tone="red">{t(`codes.urgenciesInPerson.${urgency}`)}</Tag>
          </p>
          <p className="critical-said">{t('assessments.critical.said', { answer: bothIn(language, answer) })}</p>
          <p className="critical-reason">{bothIn(language, reason)}</p>
        </div>
      ))}
      {askInPerson.length > 0 && (
        <div className="critical-answer">
          <p className="critical-said">{t('assessments.critical.blanks')}</p>
          <ul className="result-list">
            {askInPerson.map(({ item, question }) => (
              <li key={item}>{bothIn(language, question)}</li>
            ))}
          </ul>
        </div>
      )}
      {tasks.length === 0 && (
        <div className="critical-foot">
          <CrisisButton studentId={assessment.studentId} isFirst />
        </div>
      )}
      {tasks.map((task) => (
        <TaskFoot key={task.id} task={task} />
      ))}
    </Panel>
  )
}

function CrisisButton({ studentId, isFirst }: { studentId: string; isFirst: boolean }) {
  const { t } = useTranslation()
  return (
    <Button danger type={isFirst ? 'primary' : 'default'} onClick={() => openDialog({ kind: 'crisis', studentId })}>
      {t('assessments.task.openCrisis')}
    </Button>
  )
}

function TaskFoot({ task }: { task: InPersonTask }) {
  const { t } = useTranslation()
  const { me, today } = useWorkplace()
  const { id: taskId, studentId } = task
  const acknowledge = useWrite(client.assessments.acknowledgeTask, { invalidates: ['assessments'] })
  const isImmediate = task.urgency === 'immediate'
  const moment = (instant: string) => formatMoment(localOf(instant), today)
  if (task.closedAt !== null)
    return (
      <div className="critical-foot">
        <p>
          <strong>{task.seenOn && t('assessments.critical.seen', { day: formatDate(task.seenOn, today) })}</strong>
          {task.outcome && ` · ${t(`codes.seenOutcomes.${task.outcome}`)}`}
        </p>
        <p className="critical-note">{task.note}</p>
      </div>
    )
  return (
    <div className="critical-foot">
      <div className="result-actions">
        {isImmediate && <CrisisButton studentId={studentId} isFirst />}
        {me.roles.includes('counselor') && (
          <Button
            danger={!isImmediate}
            type={isImmediate ? 'default' : 'primary'}
            onClick={() => openDialog({ kind: 'task', studentId, taskId })}
          >
            {t('assessments.task.record')}
          </Button>
        )}
        {!isImmediate && <CrisisButton studentId={studentId} isFirst={false} />}
        {task.acknowledgedAt === null ? (
          me.roles.includes('counselor') && (
            <Button loading={acknowledge.isPending} onClick={() => acknowledge.write({ taskId, studentId })}>
              {t('assessments.task.acknowledge')}
            </Button>
          )
        ) : (
          <span className="field-hint">
            {t('assessments.critical.acknowledged', {
              name: task.acknowledgedBy ?? '',
              time: moment(task.acknowledgedAt),
            })}
          </span>
        )}
      </div>
      {acknowledge.error && <ErrorState error={acknowledge.error} />}
    </div>
  )
}
