import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Assessment } from '#contract/assessments'
import type { StudentHeader } from '#contract/students'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useWrite } from '#lib/use-write'
import { useMayWrite } from '#lib/whose'
import { riskLabel, riskTone, useWorkplace } from '#lib/workplace'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { Strip } from '#ui/Strip'
import { Tag } from '#ui/Tag'

/** Whose test this is, which one, and how far it has come. */
export function AssessmentStrip({ assessment, header }: { assessment: Assessment; header: StudentHeader }) {
  const { t } = useTranslation()
  const { riskLevels, today } = useWorkplace()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const { id: assessmentId, studentId, state, instrumentId } = assessment
  const { student, risk } = header
  const rank = risk?.rank ?? null
  const tone = riskTone(rank, riskLevels)
  const withdraw = useWrite(client.assessments.withdraw, {
    invalidates: ['assessments', 'students', 'instruments'],
    onSuccess: () => setWithdrawing(false),
  })
  const isMine = useMayWrite()
  return (
    <>
      <Strip
        tone={tone}
        name={
          <Link className="assessment-name" to={paths.student(studentId)}>
            {student.name}
          </Link>
        }
        facts={[
          student.className ?? student.grade,
          assessment.short,
          formatDate(assessment.takenOn ?? assessment.begunAt, today),
          assessment.no,
        ]
          .filter(Boolean)
          .join(' · ')}
        tags={
          <>
            {rank !== null && rank > 0 && (
              <Tag tone={tone} title={risk?.reason}>
                {riskLabel(rank, riskLevels)}
              </Tag>
            )}
            {assessment.urgent && <Tag tone="amber">{t('assessments.urgent')}</Tag>}
            <Tag tone={state === 'interpreted' ? 'green' : state === 'scored' ? 'amber' : 'plain'}>
              {t(`codes.testStates.${state}`)}
            </Tag>
          </>
        }
      >
        {isMine && state === 'scored' && (
          <Button type="text" onClick={() => setWithdrawing(true)}>
            {t('assessments.withdraw')}
          </Button>
        )}
        {isMine && state !== 'open' && (
          <Button onClick={() => openDialog({ kind: 'assessment', studentId, instrumentId })}>
            {t('assessments.again')}
          </Button>
        )}
      </Strip>
      {isWithdrawing && (
        <ConfirmDialog
          title={t('assessments.withdrawTitle')}
          verb={t('assessments.withdraw')}
          reasonLabel={t('assessments.withdrawReason')}
          isBusy={withdraw.isPending}
          error={withdraw.error}
          onConfirm={(reason) => withdraw.write({ assessmentId, studentId, reason })}
          onCancel={() => setWithdrawing(false)}
        >
          <p className="field-hint">{t('assessments.withdrawHint')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
