import './first-password.css'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { client, toAppError } from '#lib/client'
import { ErrorState } from '#ui/ErrorState'
import { PasswordFields } from '#ui/PasswordFields'
import type { NewPassword } from '#ui/PasswordFields'
import { useRefusal } from './use-refusal.ts'

type Props = {
  /** As it was typed at the door; empty when the page was loaded anew. */
  code: string
  /** The records stand under an alarm: nothing can be written, a new password neither. */
  isReadOnly: boolean
  onDone: () => void
  onLock: () => void
}

/** The page behind a start code. Nothing of the room is read before this is done. */
export function FirstPassword({ code, isReadOnly, onDone, onLock }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const refusal = useRefusal()
  const [typedCode, setTypedCode] = useState(code)
  const [asksCode, setAsksCode] = useState(code === '')
  const [chosen, setChosen] = useState<NewPassword>({ password: '', repeated: '' })
  const [isFine, setFine] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const change = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure(null)
    try {
      await client.accounts.changePassword({ password: typedCode, newPassword: chosen.password })
      onDone()
    } catch (error) {
      if (toAppError(error).code === 'forbidden') setAsksCode(true)
      setFailure(error)
      setBusy(false)
    }
  }
  if (isReadOnly)
    return (
      <main className="first-password">
        <section className="first-password-card">
          <h1>{t('accounts.first.alarmTitle')}</h1>
          <p className="first-password-lead">{t('accounts.first.alarm')}</p>
          <div className="first-password-foot">
            <Button type="primary" autoFocus onClick={onLock}>
              {t('accounts.first.alarmLock')}
            </Button>
          </div>
        </section>
      </main>
    )
  return (
    <main className="first-password">
      <form className="first-password-card" onSubmit={(event) => void change(event)}>
        <h1>{t('accounts.first.title')}</h1>
        <p className="first-password-lead">{t('accounts.first.lead')}</p>
        {asksCode && (
          <div className="field">
            <label htmlFor={id}>{t('accounts.first.code')}</label>
            <Input
              id={id}
              size="large"
              autoFocus
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              value={typedCode}
              onChange={(event) => setTypedCode(event.target.value.toUpperCase())}
            />
          </div>
        )}
        <PasswordFields
          hasFocus={!asksCode}
          label={t('accounts.password.new')}
          value={chosen}
          onChange={(part) => setChosen((before) => ({ ...before, ...part }))}
          words={[]}
          onVerdict={setFine}
        />
        {failure !== null && (
          <ErrorState
            error={failure}
            what={
              toAppError(failure).code === 'forbidden'
                ? t('accounts.first.wrongCode')
                : (refusal(failure) ?? t('accounts.first.failed'))
            }
          />
        )}
        <div className="first-password-foot">
          <Button type="text" disabled={isBusy} onClick={onLock}>
            {t('accounts.first.lock')}
          </Button>
          <Button type="primary" htmlType="submit" disabled={!isFine || typedCode === ''} loading={isBusy}>
            {t(isBusy ? 'accounts.first.opening' : 'accounts.first.verb')}
          </Button>
        </div>
      </form>
    </main>
  )
}
