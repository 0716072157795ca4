import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BackupPassphraseSheet } from '#forms/BackupPassphraseSheet'
import { PaperDesk } from '#forms/PaperDesk'
import { client, toAppError } from '#lib/client'
import { localNow } from '#lib/format'
import { passphraseLines, plainPassphrase } from '#lib/passphrase-lines'
import { printPage } from '#lib/print'
import { queryClient } from '#lib/query'
import { useWait } from '#lib/use-wait'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { SheetDialog } from '#ui/SheetDialog'
import { TypeBackForm } from './TypeBackForm.tsx'

/** The passphrase is shown large, printed, typed back, and only then put into use. */
export function PassphraseDialog({ isAnew, onClose }: { isAnew: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { school, me } = useWorkplace()
  const [step, setStep] = useState<'see' | 'desk' | 'type'>('see')
  const [hasSeenDesk, setSeenDesk] = useState(false)
  const [typed, setTyped] = useState('')
  const [password, setPassword] = useState('')
  const [hasDiffered, setDiffered] = useState(false)
  const [secondsLeft, waitFor] = useWait(0)
  const { data, error } = useQuery({
    queryKey: ['backups', 'passphrase'],
    queryFn: () => client.backups.preparePassphrase({}),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const passphrase = data?.passphrase ?? ''
  const use = useMutation({
    mutationFn: () => client.backups.setPassphrase({ passphrase: typed, password }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['backups', 'status'] })
      onClose()
    },
    onError: (failure) => waitFor(toAppError(failure).data.retryAfterMs ?? 0),
  })
  const failure = use.error && toAppError(use.error)
  const isWrongPassword = failure?.code === 'forbidden'
  const compare = () => {
    const isSame = plainPassphrase(typed) === plainPassphrase(passphrase)
    setDiffered(!isSame)
    if (isSame) use.mutate()
  }

  const leaveDesk = () => {
    setSeenDesk(true)
    setStep('see')
  }

  if (step === 'desk')
    return (
      <PaperDesk title={t('backup-passphrase.title')} onPrint={() => void printPage()} onBack={leaveDesk}>
        <BackupPassphraseSheet passphrase={passphrase} school={school.name} madeBy={me.name} madeAt={localNow()} />
      </PaperDesk>
    )
  return (
    <SheetDialog
      title={t('backup-passphrase.title')}
      width={640}
      verb={t(step === 'type' ? 'backup-passphrase.use' : 'backup-passphrase.have')}
      isBusy={use.isPending}
      isVerbFirst={hasSeenDesk}
      isDisabled={passphrase === '' || (step === 'type' && (!typed || !password || secondsLeft > 0))}
      foot={secondsLeft > 0 && t('backup-passphrase.wait', { seconds: secondsLeft })}
      extra={
        step === 'type' ? (
          <Button onClick={() => setStep('see')}>{t('backup-passphrase.backToSheet')}</Button>
        ) : (
          // Born anew once there is something to print: what cannot be pressed takes no focus.
          <Button
            key={passphrase === '' ? 'waiting' : 'print'}
            autoFocus={!hasSeenDesk}
            disabled={passphrase === ''}
            onClick={() => setStep('desk')}
          >
            {t('backup-passphrase.print')}
          </Button>
        )
      }
      onSubmit={step === 'type' ? compare : () => setStep('type')}
      onClose={onClose}
    >
      {step === 'see' ? (
        <>
          <p className="backups-line">{t('backup-passphrase.lead')}</p>
          {error && <ErrorState error={error} what={t('backup-passphrase.failed')} />}
          {!data && !error && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
          {data && (
            <ol className="passphrase" aria-label={t('backup-passphrase.typed')}>
              {passphraseLines(passphrase).map((line, index) => (
                <li key={index}>
                  <small>{index + 1}</small>
                  {line}
                </li>
              ))}
            </ol>
          )}
          <p className="field-hint">
            {t('backup-passphrase.byHand')} {isAnew && t('backup-passphrase.older')}
          </p>
        </>
      ) : (
        <TypeBackForm
          typed={typed}
          password={password}
          hasDiffered={hasDiffered}
          isWrongPassword={isWrongPassword}
          onTyped={(text) => {
            setDiffered(false)
            setTyped(text)
          }}
          onPassword={(text) => {
            use.reset()
            setPassword(text)
          }}
        />
      )}
      {failure && !isWrongPassword && <ErrorState error={failure} what={t('backup-passphrase.failed')} isTextSafe />}
    </SheetDialog>
  )
}
