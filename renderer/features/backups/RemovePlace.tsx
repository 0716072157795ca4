import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BackupPlace } from '#contract/backups'
import { client } from '#lib/client'
import { queryClient } from '#lib/query'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { ErrorState } from '#ui/ErrorState'

export function RemovePlace({ place, onClose }: { place: BackupPlace; onClose: () => void }) {
  const { t } = useTranslation()
  const remove = useMutation({
    mutationFn: () => client.backups.removePlace({ placeId: place.id }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['backups'] })
      onClose()
    },
  })
  return (
    <ConfirmDialog
      title={t('backups.places.removeTitle', { place: place.label })}
      verb={t('backups.places.remove')}
      isBusy={remove.isPending}
      onConfirm={() => remove.mutate()}
      onCancel={onClose}
    >
      <p>{t('backups.places.removeText')}</p>
      {remove.error && <ErrorState error={remove.error} what={t('backups.places.removeFailed')} />}
    </ConfirmDialog>
  )
}
