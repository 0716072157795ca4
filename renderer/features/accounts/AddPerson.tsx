import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SEXES } from '#contract/code-tables'
import type { Role } from '#contract/procedure'
import type { Account } from '#contract/settings'
import { client } from '#lib/client'
import { queryClient } from '#lib/query'
import { useCodes } from '#lib/use-codes'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { RolePicker } from './RolePicker.tsx'
import { StartCodeSheet } from './StartCodeSheet.tsx'
import { useRefusal } from './use-refusal.ts'

/** Somebody who works here from now on; ends with the code to hand over. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const codes = useCodes()
  const id = useId()
  const refusal = useRefusal()
  const { me } = useWorkplace()
  const [name, setName] = useState('')
  const [sex, setSex] = useState<Account['sex']>(null)
  const [roles, setRoles] = useState<Role[]>(me.roles.includes('director') ? ['counselor'] : ['administrator'])
  const add = useMutation({
    mutationFn: () => client.accounts.add({ name: name.trim(), sex, roles }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['accounts'] })
      await queryClient.invalidateQueries({ queryKey: ['settings'] })
    },
  })
  if (add.data) return <StartCodeSheet name={name.trim()} code={add.data.startCode} onClose={onClose} />
  return (
    <SheetDialog
      title={t('accounts.add.title')}
      width={640}
      verb={t('accounts.add.verb')}
      isBusy={add.isPending}
      isDisabled={name.trim() === '' || roles.length === 0}
      foot={name.trim() === '' ? t('accounts.add.lacksName') : roles.length === 0 && t('accounts.lacksRole')}
      onSubmit={() => add.mutate()}
      onClose={onClose}
    >
      <FormRow label={t('accounts.add.name')} htmlFor={id} hint={t('accounts.add.nameHint')}>
        <Input id={id} autoFocus maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
      </FormRow>
      <FormRow label={t('accounts.add.sex')} hint={t('setup.account.sexHint')}>
        <Chips label={t('accounts.add.sex')} options={codes('sexes', SEXES)} value={sex} onChange={setSex} />
      </FormRow>
      <FormRow label={t('accounts.roles')}>
        <RolePicker value={roles} onChange={setRoles} />
      </FormRow>
      {add.error && <ErrorState error={add.error} what={refusal(add.error) ?? t('accounts.add.failed')} isTextSafe />}
    </SheetDialog>
  )
}
