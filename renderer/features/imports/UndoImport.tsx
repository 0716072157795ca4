import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { useWrite } from '#lib/use-write'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { ErrorState } from '#ui/ErrorState'

type Props = { importId: string; fileName: string; onClose: () => void; onUndone?: () => void }

/** Takes back a whole import, after saying what that means. */
export function UndoImport({ importId, fileName, onClose, onUndone }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { write, isPending, error } = useWrite(client.imports.undo, {
    invalidates: ['imports', 'students', 'settings'],
    onSuccess: ({ removed, restored, kept }) => {
      void message.success(
        [t('imports.undoneNow', { removed, restored }), kept > 0 && t('imports.kept', { kept })]
          .filter(Boolean)
          .join(' '),
      )
      onClose()
      onUndone?.()
    },
  })
  return (
    <ConfirmDialog
      title={t('imports.undoTitle', { name: fileName })}
      verb={t('imports.undo')}
      isDanger
      isBusy={isPending}
      onConfirm={() => write({ importId })}
      onCancel={onClose}
    >
      <p>{t('imports.undoHint')}</p>
      {error && <ErrorState error={error} what={t('imports.undoFailed')} />}
    </ConfirmDialog>
  )
}
