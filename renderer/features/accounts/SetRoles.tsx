import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountLine } from '#contract/accounts'
import { client } from '#lib/client'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { SheetDialog } from '#ui/SheetDialog'
import { RolePicker } from './RolePicker.tsx'
import { useRefusal } from './use-refusal.ts'

export function SetRoles({ person, onClose }: { person: AccountLine; onClose: () => void }) {
  const { t } = useTranslation()
  const refusal = useRefusal()
  const { me } = useWorkplace()
  const [roles, setRoles] = useState(person.roles)
  const { write, isPending, error } = useWrite(client.accounts.setRoles, {
    invalidates: ['accounts', 'settings'],
    onSuccess: onClose,
  })
  return (
    <SheetDialog
      title={t('accounts.setRoles.title', { name: person.name })}
      width={600}
      verb={t('frame.save')}
      isBusy={isPending}
      isDisabled={roles.length === 0}
      foot={
        roles.length === 0
          ? t('accounts.lacksRole')
          : t(`accounts.setRoles.${person.id === me.id ? 'ownHint' : 'hint'}`)
      }
      onSubmit={() => write({ accountId: person.id, roles })}
      onClose={onClose}
    >
      <RolePicker value={roles} onChange={setRoles} />
      {error && <ErrorState error={error} what={refusal(error) ?? t('accounts.setRoles.failed')} />}
    </SheetDialog>
  )
}
