import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PaperDesk } from '#forms/PaperDesk'
import { RecoverySheet as PrintedSheet } from '#forms/RecoverySheet'
import { client } from '#lib/client'
import { localNow } from '#lib/format'
import { printPage } from '#lib/print'
import { isWholeLine } from '#lib/recovery-lines'
import { CodeInputs } from '#ui/CodeInputs'
import { ErrorState } from '#ui/ErrorState'
import { RecoverySheet } from '#ui/RecoverySheet'
import type { StepProps } from './setup-state.ts'
import { StepFoot } from './StepFoot.tsx'

/** The code is shown once, printed, and typed back before anything is made: a sheet nobody checked helps nobody. */
export function RecoveryForm({ state, change, onNext, onBack }: StepProps) {
  const { t } = useTranslation()
  const { recoveryCode, typedLines } = state
  const [isTyping, setTyping] = useState(typedLines.some(Boolean))
  const [wrongLines, setWrongLines] = useState<number[]>([])
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [isOnDesk, setOnDesk] = useState(false)

  useEffect(() => {
    if (recoveryCode) return
    client.vault.prepareRecovery({}).then(({ code }) => change({ recoveryCode: code }), setError)
  }, [recoveryCode, change])

  const compare = async () => {
    setBusy(true)
    setError(null)
    try {
      const { ok, wrongGroups: wrong } = await client.vault.checkRecovery({ code: typedLines.join(' ') })
      setWrongLines(wrong)
      if (ok) onNext()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isTyping) void compare()
        else setTyping(true)
      }}
    >
      <RecoverySheet code={recoveryCode} schoolName={state.schoolName} isHidden={isTyping} />
      {isTyping ? (
        <>
          <p className="setup-lead">{t('setup.recovery.typeBack')}</p>
          <CodeInputs
            lines={typedLines}
            wrong={wrongLines}
            onChange={(lines) => {
              setWrongLines([])
              change({ typedLines: lines })
            }}
          />
          <p className="field-error" role="alert">
            {wrongLines.length > 0 && t('setup.recovery.wrong')}
          </p>
        </>
      ) : (
        <div className="setup-sheet-actions">
          <Button onClick={() => setOnDesk(true)} disabled={!recoveryCode}>
            {t('setup.recovery.print')}
          </Button>
          <span className="field-hint">{t('setup.recovery.byHand')}</span>
        </div>
      )}
      {isOnDesk && (
        <PaperDesk title={t('setup.recovery.title')} onPrint={() => void printPage()} onBack={() => setOnDesk(false)}>
          <PrintedSheet code={recoveryCode} school={state.schoolName} madeBy={state.accountName} madeAt={localNow()} />
        </PaperDesk>
      )}
      {error !== null && <ErrorState error={error} />}
      <StepFoot
        onBack={() => (isTyping ? setTyping(false) : onBack())}
        canGoOn={isTyping ? typedLines.every(isWholeLine) : recoveryCode !== ''}
        isBusy={isBusy}
        verb={t(isTyping ? 'setup.recovery.check' : 'setup.recovery.have')}
      />
    </form>
  )
}
