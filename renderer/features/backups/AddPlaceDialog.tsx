import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client, toAppError } from '#lib/client'
import { queryClient } from '#lib/query'
import { FolderField } from '#ui/FolderField'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { Refusal } from './Refusal.tsx'

export function AddPlaceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [label, setLabel] = useState('')
  const [folder, setFolder] = useState('')
  const add = useMutation({
    mutationFn: () => client.backups.addPlace({ label: label.trim(), folder: folder.trim() }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['backups'] })
      onClose()
    },
  })
  const failure = add.error && toAppError(add.error)
  const reason = failure?.code === 'invalid' && failure.data.field === 'folder' ? (failure.data.reason ?? null) : null
  const isComplete = label.trim() !== '' && folder.trim() !== ''
  return (
    <SheetDialog
      title={t('backups.add.title')}
      width={600}
      verb={t('backups.add.verb')}
      isBusy={add.isPending}
      isDisabled={!isComplete}
      foot={!isComplete && t('backups.add.missing')}
      onSubmit={() => add.mutate()}
      onClose={onClose}
    >
      <FormRow label={t('backups.add.label')} htmlFor="place-label" hint={t('backups.add.labelHint')}>
        <Input
          id="place-label"
          autoFocus
          maxLength={40}
          placeholder={t('backups.add.labelPlaceholder')}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
      </FormRow>
      <FormRow
        label={t('backups.add.folder')}
        htmlFor="place-folder"
        error={reason && t(`backups.add.reasons.${reason}`, t('backups.add.failed'))}
      >
        <FolderField
          id="place-folder"
          value={folder}
          onChange={(next) => {
            add.reset()
            setFolder(next)
          }}
        />
      </FormRow>
      {failure && !reason && <Refusal error={failure} what={t('backups.add.failed')} />}
    </SheetDialog>
  )
}
