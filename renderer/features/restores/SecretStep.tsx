import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { client, toAppError } from '#lib/client'
import { useWait } from '#lib/use-wait'
import { ErrorState } from '#ui/ErrorState'
import type { StepProps } from './restore-state.ts'
import { RestoreProgress } from './RestoreProgress.tsx'
import { WizardFoot } from './WizardFoot.tsx'

/** Why a backup cannot be used although the secret may be right. */
const TROUBLES = ['damaged-set', 'newer-version', 'disk-full'] as const

/** The secret is tried before anything else; a wrong one and a damaged backup are told apart. */
export function SecretStep({ state, change, onBack }: StepProps) {
  const { t } = useTranslation()
  const { folder, chosen, secret, isTrying } = state
  const [error, setError] = useState<unknown>(null)
  const [secondsLeft, waitFor] = useWait(0)
  const failure = error === null ? null : toAppError(error)
  const trouble = TROUBLES.find((one) => one === failure?.data.reason)
  const isWrong = failure?.code === 'forbidden' || failure?.code === 'invalid'

  const open = async (event: FormEvent) => {
    event.preventDefault()
    if (!chosen || isTrying || secondsLeft > 0) return
    setError(null)
    change({ isTrying: true })
    try {
      const opened = await client.restores.open({ folder: folder.trim(), set: chosen.name, secret: secret.trim() })
      change({
        opened,
        accountId: opened.accounts.length === 1 ? (opened.accounts[0]?.id ?? null) : null,
        isTrying: false,
        step: 'inside',
      })
    } catch (caught) {
      change({ isTrying: false })
      setError(caught)
      waitFor(toAppError(caught).data.retryAfterMs ?? 0)
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
          readOnly={isTrying}
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
      {trouble && (
        <p className="restore-bad" role="alert">
          {t(`restores.secret.troubles.${trouble}`)}
        </p>
      )}
      {failure && !trouble && !isWrong && <ErrorState error={failure} what={t('restores.secret.failed')} />}
      {isTrying && <RestoreProgress of="secret" />}
      <WizardFoot
        onBack={onBack}
        canGoOn={secret.trim() !== '' && secondsLeft === 0}
        isBusy={isTrying}
        verb={t('restores.secret.try')}
      />
    </form>
  )
}
