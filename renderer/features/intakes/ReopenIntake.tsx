import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { intakeQueries } from './queries.ts'

const EMPTY = { reason: '' }

/** Why a finished intake is opened again; what stood there is kept. */
export function ReopenIntake({ request, onClose }: DialogProps<DialogOf<'intake-reopening'>>) {
  const { t } = useTranslation()
  const id = useId()
  const queries = useQueryClient()
  const { studentId, caseId } = request
  const { who } = useWho(studentId)
  const draft = useDraft('intake-reopening', caseId, EMPTY)
  const { reason } = draft.value
  const { write, isPending, error } = useWrite(client.intakes.reopen, {
    invalidates: ['intakes', 'plans', 'cases', 'students'],
    onSuccess: (reopened) => {
      queries.setQueryData(intakeQueries.ofCase(caseId).queryKey, reopened)
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  const isEmpty = reason.trim() === ''
  return (
    <SheetDialog
      title={t('intakes.reopen')}
      who={who}
      width={620}
      verb={t('intakes.reopen')}
      isBusy={isPending}
      isDisabled={isEmpty || !draft.isReady}
      foot={isEmpty ? t('intakes.lacksReason') : undefined}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onSubmit={() => write({ caseId, studentId, reason: reason.trim() })}
      onClose={onClose}
    >
      <p className="sheet-part-hint">{t('intakes.reopenHint')}</p>
      <FormRow label={t('intakes.reason')} htmlFor={id}>
        <Input.TextArea
          id={id}
          autoFocus
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
          value={reason}
          onChange={(event) => draft.change({ reason: event.target.value })}
        />
      </FormRow>
      {error && <ErrorState error={error} isTextSafe />}
    </SheetDialog>
  )
}
