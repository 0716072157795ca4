import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { client, toAppError } from '#lib/client'
import { useWait } from '#lib/use-wait'
import { ErrorState } from '#ui/ErrorState'
import type { StepProps } from './restore-state.ts'
import { WizardFoot } from './WizardFoot.tsx'

/** The secret is tried before anything else; a wrong one and a damaged backup are told apart. */
export function SecretStep({ state, change, onBack }: StepProps) {
  const { t } = useTranslation()
  const { folder, chosen, secret } = state
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [secondsLeft, waitFor] = useWait(0)
  const failure = error === null ? null : toAppError(error)
  const isDamaged = failure?.code === 'storage'
  const isWrong = failure?.code === 'forbidden' || failure?.code === 'invalid'

  const open = async (event: FormEvent) => {
    event.preventDefault()
    if (!chosen || secondsLeft > 0) return
    setBusy(true)
    setError(null)
    try {
      const opened = await client.restores.open({ folder: folder.trim(), set: chosen.name, secret: secret.trim() })
      change({
        opened,
        accountId: opened.accounts.length === 1 ? (opened.accounts[0]?.id ?? null) : null,
        step: 'inside',
      })
    } catch (caught) {
      setError(caught)
      waitFor(toAppError(caught).data.retryAfterMs ?? 0)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={(event) => void open(event)}>
      <p className="restore-lead">{t('restores.secret.lead')}</p>
      <div className="field">
        <label htmlFor="restore-secret">{t('restores.secret.label')}</label>
        <input
          id="restore-secret"
          className="door-input door-code"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          aria-invalid={isWrong}
          aria-describedby="restore-secret-message"
          value={secret}
          onChange={(event) => {
            setError(null)
            change({ secret: event.target.value })
          }}
        />
        <p id="restore-secret-message" className="field-error" role="alert">
          {isWrong && t('restores.secret.wrong')}{' '}
          {secondsLeft > 0 && t('restores.secret.wait', { seconds: secondsLeft })}
        </p>
      </div>
      {isDamaged && (
        <p className="restore-bad" role="alert">
          {t('restores.secret.damaged')}
        </p>
      )}
      {failure && !isDamaged && !isWrong && <ErrorState error={failure} what={t('restores.secret.failed')} />}
      <p className="field-hint restore-busy" role="status">
        {isBusy && t('restores.secret.trying')}
      </p>
      <WizardFoot
        onBack={onBack}
        canGoOn={secret.trim() !== '' && secondsLeft === 0}
        isBusy={isBusy}
        verb={t('restores.secret.try')}
      />
    </form>
  )
}
