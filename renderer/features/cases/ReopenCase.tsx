import { useTranslation } from 'react-i18next'
import type { CaseLine } from '#contract/cases'
import { client } from '#lib/client'
import { useWrite } from '#lib/use-write'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { ErrorState } from '#ui/ErrorState'

export function ReopenCase({ line, onClose }: { line: CaseLine; onClose: () => void }) {
  const { t } = useTranslation()
  const { write, isPending, error } = useWrite(client.cases.reopen, {
    invalidates: ['cases', 'students'],
    onSuccess: onClose,
  })
  return (
    <ConfirmDialog
      title={t('cases.reopenTitle', { name: line.studentName })}
      verb={t('cases.reopen')}
      reasonLabel={t('cases.reopenReason')}
      isBusy={isPending}
      onConfirm={(reason) => write({ caseId: line.id, studentId: line.studentId, reason })}
      onCancel={onClose}
    >
      {error && (
        <ErrorState
          error={error}
          what={error.data.reason === 'other-open-case' ? t('cases.otherOpen') : undefined}
          isTextSafe
        />
      )}
    </ConfirmDialog>
  )
}
