import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { PasswordFields } from '#ui/PasswordFields'
import type { NewPassword } from '#ui/PasswordFields'
import { SheetDialog } from '#ui/SheetDialog'
import { PasswordLine } from './PasswordLine.tsx'
import { useRefusal } from './use-refusal.ts'

export function ChangePassword({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const refusal = useRefusal()
  const { school, me } = useWorkplace()
  const [password, setPassword] = useState('')
  const [chosen, setChosen] = useState<NewPassword>({ password: '', repeated: '' })
  const [isFine, setFine] = useState(false)
  const change = useMutation({
    mutationFn: () => client.accounts.changePassword({ password, newPassword: chosen.password }),
    onSuccess: () => {
      void message.success(t('accounts.password.done'))
      onClose()
    },
  })
  return (
    <SheetDialog
      title={t('accounts.password.title')}
      width={520}
      verb={t('accounts.password.verb')}
      isBusy={change.isPending}
      isDisabled={password === '' || !isFine}
      foot={t('accounts.password.keeps')}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      <PasswordLine hasFocus label={t('accounts.password.present')} value={password} onChange={setPassword} />
      <PasswordFields
        label={t('accounts.password.new')}
        value={chosen}
        onChange={(part) => setChosen((before) => ({ ...before, ...part }))}
        words={[school.name, me.name]}
        onVerdict={setFine}
      />
      {change.error && (
        <ErrorState error={change.error} what={refusal(change.error) ?? t('accounts.password.failed')} />
      )}
    </SheetDialog>
  )
}
