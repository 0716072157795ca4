import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PaperDesk } from '#forms/PaperDesk'
import { RecoverySheet as PrintedSheet } from '#forms/RecoverySheet'
import { client } from '#lib/client'
import { localNow } from '#lib/format'
import { printPage } from '#lib/print'
import { isWholeLine, LINES, linesOf, plainOf } from '#lib/recovery-lines'
import { useWorkplace } from '#lib/workplace'
import { CodeInputs } from '#ui/CodeInputs'
import { ErrorState } from '#ui/ErrorState'
import { RecoverySheet } from '#ui/RecoverySheet'
import { SheetDialog } from '#ui/SheetDialog'
import { PasswordLine } from './PasswordLine.tsx'
import { useRefusal } from './use-refusal.ts'

/** O reads as 0, I and L as 1, as on the sheet itself. */
const readAs = (line: string): string => plainOf(line).replaceAll('O', '0').replaceAll(/[IL]/g, '1')

/** A new recovery sheet: printed or copied, typed back, and only then the former one opens nothing any more. */
export function NewRecovery({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const refusal = useRefusal()
  const { school, me } = useWorkplace()
  const [isTyping, setTyping] = useState(false)
  const [isOnDesk, setOnDesk] = useState(false)
  const [typed, setTyped] = useState<string[]>(Array<string>(LINES).fill(''))
  const [wrong, setWrong] = useState<number[]>([])
  const [password, setPassword] = useState('')
  const prepared = useQuery({
    queryKey: ['accounts', 'recovery'],
    queryFn: () => client.accounts.prepareRecovery({}),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const code = prepared.data?.code ?? ''
  const replace = useMutation({
    mutationFn: () => client.accounts.replaceRecovery({ code, password }),
    onSuccess: () => {
      void message.success(t('accounts.recovery.done'))
      onClose()
    },
  })
  const compare = () => {
    const lines = linesOf(code)
    const differing = typed.flatMap((line, index) => (readAs(line) === readAs(lines[index] ?? '') ? [] : [index]))
    setWrong(differing)
    if (differing.length === 0) replace.mutate()
  }
  const isReady = isTyping ? typed.every(isWholeLine) && password !== '' : code !== ''
  if (isOnDesk)
    return (
      <PaperDesk title={t('setup.recovery.title')} onPrint={() => void printPage()} onBack={() => setOnDesk(false)}>
        <PrintedSheet code={code} school={school.name} madeBy={me.name} madeAt={localNow()} />
      </PaperDesk>
    )
  return (
    <SheetDialog
      title={t('accounts.recovery.title')}
      width={640}
      verb={t(isTyping ? 'accounts.recovery.verb' : 'setup.recovery.have')}
      isBusy={replace.isPending}
      isDisabled={!isReady}
      extra={
        isTyping ? (
          <Button onClick={() => setTyping(false)}>{t('accounts.recovery.lookAgain')}</Button>
        ) : (
          <Button disabled={code === ''} onClick={() => setOnDesk(true)}>
            {t('setup.recovery.print')}
          </Button>
        )
      }
      onSubmit={() => (isTyping ? compare() : setTyping(true))}
      onClose={onClose}
    >
      <p className="account-lead">{t('accounts.recovery.lead')}</p>
      {prepared.error && <ErrorState error={prepared.error} onRetry={() => void prepared.refetch()} />}
      {prepared.isPending && <Skeleton active title={false} paragraph={{ rows: 5 }} />}
      {code && <RecoverySheet code={code} schoolName={school.name} isHidden={isTyping} />}
      {isTyping && (
        <>
          <p className="account-lead">{t('setup.recovery.typeBack')}</p>
          <CodeInputs
            lines={typed}
            wrong={wrong}
            onChange={(lines) => {
              setWrong([])
              setTyped(lines)
            }}
          />
          <p className="field-error" role="alert">
            {wrong.length > 0 && t('setup.recovery.wrong')}
          </p>
          <PasswordLine value={password} onChange={setPassword} />
        </>
      )}
      {replace.error && (
        <ErrorState error={replace.error} what={refusal(replace.error) ?? t('accounts.recovery.failed')} />
      )}
    </SheetDialog>
  )
}
