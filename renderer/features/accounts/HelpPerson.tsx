import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { queryClient } from '#lib/query'
import { ErrorState } from '#ui/ErrorState'
import { SheetDialog } from '#ui/SheetDialog'
import { PasswordLine } from './PasswordLine.tsx'
import { StartCodeSheet } from './StartCodeSheet.tsx'
import { useRefusal } from './use-refusal.ts'

type Props = { person: { id: string; name: string }; onClose: () => void }

/** A colleague forgot the password: whoever is in the room gives a start code and never learns the new password. */
export function HelpPerson({ person, onClose }: Props) {
  const { t } = useTranslation()
  const refusal = useRefusal()
  const [password, setPassword] = useState('')
  const help = useMutation({
    mutationFn: () => client.accounts.help({ accountId: person.id, password }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['accounts'] }),
  })
  if (help.data) return <StartCodeSheet name={person.name} code={help.data.startCode} onClose={onClose} />
  return (
    <SheetDialog
      title={t('accounts.help.title', { name: person.name })}
      width={520}
      verb={t('accounts.help.verb')}
      isBusy={help.isPending}
      isDisabled={password === ''}
      onSubmit={() => help.mutate()}
      onClose={onClose}
    >
      <p className="account-lead">{t('accounts.help.lead')}</p>
      <p className="account-warning">{t('accounts.help.privates')}</p>
      <PasswordLine hasFocus value={password} onChange={setPassword} />
      {help.error && <ErrorState error={help.error} what={refusal(help.error) ?? t('accounts.help.failed')} />}
    </SheetDialog>
  )
}
