import { useTranslation } from 'react-i18next'
import type { Crisis } from '#contract/crises'
import { client } from '#lib/client'
import { useWrite } from '#lib/use-write'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { ErrorState } from '#ui/ErrorState'
import { showCrisis } from './use-crisis.ts'

export function ReopenCrisis({ crisis, onClose }: { crisis: Crisis; onClose: () => void }) {
  const { t } = useTranslation()
  const { write, isPending, error } = useWrite(client.crises.reopen, {
    invalidates: ['students'],
    onSuccess: (reopened) => {
      showCrisis(reopened)
      onClose()
    },
  })
  return (
    <ConfirmDialog
      title={t('crises.reopenTitle')}
      verb={t('crises.reopen')}
      reasonLabel={t('crises.reopenReason')}
      isBusy={isPending}
      onConfirm={(reason) => write({ crisisId: crisis.id, studentId: crisis.studentId, reason })}
      onCancel={onClose}
    >
      {error && (
        <ErrorState
          error={error}
          what={error.data.reason === 'other-open-crisis' ? t('crises.otherOpen') : undefined}
          isTextSafe
        />
      )}
    </ConfirmDialog>
  )
}
