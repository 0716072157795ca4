import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '#contract/assessments'
import { client } from '#lib/client'
import { flushAll } from '#lib/flushers'
import { useWrite } from '#lib/use-write'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { ErrorState } from '#ui/ErrorState'
import { SavedAt } from '#ui/SavedAt'
import { Tag } from '#ui/Tag'
import type { SheetRecord } from './use-sheet-record.ts'

type Props = {
  assessment: Assessment
  /** How far one is. */
  progress: string
  saving?: SheetRecord['saving']
  children?: ReactNode
}

/** The line above a sheet: how it is given, how far it is, when it was saved, and the way to take it back. */
export function SheetHead({ assessment, progress, saving, children }: Props) {
  const { t } = useTranslation()
  const { id, studentId, short, mode } = assessment
  const [isWithdrawing, setWithdrawing] = useState(false)
  const { write, isPending, error } = useWrite(client.assessments.withdraw, {
    invalidates: ['assessments', 'students', 'instruments'],
    onSuccess: () => setWithdrawing(false),
  })
  return (
    <div className="sheet-head">
      <Tag tone="blue">{t(`codes.testModes.${mode}`)}</Tag>
      <span className="sheet-progress">{progress}</span>
      <span className="sheet-head-side">
        {saving && <SavedAt {...saving} />}
        {children}
        <Button size="small" type="text" onClick={() => setWithdrawing(true)}>
          {t('sheets.withdraw')}
        </Button>
      </span>
      {isWithdrawing && (
        <ConfirmDialog
          title={t('sheets.withdrawTitle', { short })}
          verb={t('sheets.withdrawVerb')}
          isDanger
          isBusy={isPending}
          reasonLabel={t('sheets.withdrawReason')}
          onConfirm={(reason) => void flushAll().then(() => write({ assessmentId: id, studentId, reason }))}
          onCancel={() => setWithdrawing(false)}
        >
          <p>{t('sheets.withdrawHint')}</p>
          {error && <ErrorState error={error} />}
        </ConfirmDialog>
      )}
    </div>
  )
}
