import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountLine } from '#contract/accounts'
import { client } from '#lib/client'
import { queryClient } from '#lib/query'
import { useMay } from '#lib/rights'
import { ErrorState } from '#ui/ErrorState'
import { SheetDialog } from '#ui/SheetDialog'
import { HandOver } from './HandOver.tsx'
import { PasswordLine } from './PasswordLine.tsx'
import { useRefusal } from './use-refusal.ts'

/** First the open cases find somebody, then the account is closed and the key of the vault changed. */
export function ClosePerson({ person, onClose }: { person: AccountLine; onClose: () => void }) {
  const { t } = useTranslation()
  const may = useMay()
  const refusal = useRefusal()
  const [isHandedOver, setHandedOver] = useState(person.openCases === 0)
  const [password, setPassword] = useState('')
  const close = useMutation({
    mutationFn: () => client.accounts.close({ accountId: person.id, password }),
    onSuccess: async ({ keyChanged }) => {
      await queryClient.invalidateQueries({ queryKey: ['accounts'] })
      await queryClient.invalidateQueries({ queryKey: ['settings'] })
      if (keyChanged) onClose()
    },
  })
  if (close.data)
    return (
      <SheetDialog title={t('accounts.close.closed', { name: person.name })} width={520} onClose={onClose}>
        <p className="account-lead">{t('accounts.close.keyDue')}</p>
      </SheetDialog>
    )
  if (!isHandedOver && may('accounts.handOver'))
    return <HandOver person={person} isLeaving onDone={() => setHandedOver(true)} onClose={onClose} />
  if (!isHandedOver)
    return (
      <SheetDialog title={t('accounts.close.title', { name: person.name })} width={520} onClose={onClose}>
        <p className="account-lead">{t('accounts.close.holdsCases', { n: person.openCases })}</p>
      </SheetDialog>
    )
  return (
    <SheetDialog
      title={t('accounts.close.title', { name: person.name })}
      width={520}
      verb={t('accounts.close.verb')}
      isDanger
      isBusy={close.isPending}
      isDisabled={password === ''}
      foot={close.isPending && t('accounts.close.busy')}
      onSubmit={() => close.mutate()}
      onClose={close.isPending ? undefined : onClose}
    >
      <p className="account-lead">{t('accounts.close.lead', { name: person.name })}</p>
      <PasswordLine hasFocus value={password} onChange={setPassword} />
      {close.error && <ErrorState error={close.error} what={refusal(close.error) ?? t('accounts.close.failed')} />}
    </SheetDialog>
  )
}
