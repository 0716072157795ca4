import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Assessment } from '#contract/assessments'
import { FEEDBACK_TO } from '#contract/code-tables'
import { client } from '#lib/client'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useCodes } from '#lib/use-codes'
import { useWrite } from '#lib/use-write'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'

type To = (typeof FEEDBACK_TO)[number]

/** Telling the result, and the two papers; both wait for the interpretation. */
export function FeedbackPanel({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation()
  const ids = useId()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const mayWrite = useMayWrite()
  const { id: assessmentId, state, fedBackOn, fedBackTo } = assessment
  const [isChanging, setChanging] = useState(false)
  const isInterpreted = state === 'interpreted'
  const print = (form: 'test-result' | 'test-result-student') => (
    <Button
      disabled={!isInterpreted}
      aria-describedby={isInterpreted ? undefined : `${ids}-why`}
      onClick={() => void navigate(paths.print(form, assessmentId))}
    >
      {t(form === 'test-result' ? 'assessments.feedback.printFile' : 'assessments.feedback.printStudent')}
    </Button>
  )
  return (
    <Panel title={t('assessments.feedback.title')}>
      {isInterpreted && fedBackOn && fedBackTo && !isChanging && (
        <p className="feedback-done">
          {t('assessments.feedback.done', {
            day: formatDate(fedBackOn, today),
            to: t(`codes.feedbackTo.${fedBackTo}`),
          })}
          {mayWrite && (
            <Button type="link" size="small" onClick={() => setChanging(true)}>
              {t('assessments.feedback.change')}
            </Button>
          )}
        </p>
      )}
      {isInterpreted && mayWrite && (fedBackOn === null || isChanging) && (
        <FeedbackForm assessment={assessment} onDone={() => setChanging(false)} />
      )}
      <div className="result-actions">
        {print('test-result')}
        {print('test-result-student')}
      </div>
      {!isInterpreted && (
        <p className="field-hint" id={`${ids}-why`}>
          {t('assessments.feedback.waits')}
        </p>
      )}
    </Panel>
  )
}

function FeedbackForm({ assessment, onDone }: { assessment: Assessment; onDone: () => void }) {
  const { t } = useTranslation()
  const codes = useCodes()
  const { today } = useWorkplace()
  const { id: assessmentId, studentId } = assessment
  const [on, setOn] = useState(assessment.fedBackOn ?? today)
  const [to, setTo] = useState<To>(assessment.fedBackTo ?? 'student')
  const { write, isPending, error } = useWrite(client.assessments.feedBack, {
    invalidates: ['assessments', 'students'],
    onSuccess: onDone,
  })
  return (
    <div className="feedback-form">
      <Chips
        label={t('assessments.feedback.to')}
        value={to}
        options={codes('feedbackTo', FEEDBACK_TO)}
        onChange={setTo}
      />
      <div className="result-actions">
        <DateField label={t('assessments.feedback.on')} value={on} onChange={(day) => day && setOn(day)} />
        <Button
          type={assessment.fedBackOn === null ? 'primary' : 'default'}
          loading={isPending}
          onClick={() => write({ assessmentId, studentId, on, to })}
        >
          {t('assessments.feedback.record')}
        </Button>
      </div>
      {error && <ErrorState error={error} what={t('assessments.feedback.failed')} />}
    </div>
  )
}
