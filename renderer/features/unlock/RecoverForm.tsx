import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { client, toAppError } from '#lib/client'
import { doorTrouble } from '#lib/door-trouble'
import { useWait } from '#lib/use-wait'

type Props = { retryAfterMs: number; onOpened: () => void }

/** The printed recovery code opens the room and a new password takes the place of the lost one. */
export function RecoverForm({ retryAfterMs, onOpened }: Props) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [message, setMessage] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [secondsLeft, waitFor] = useWait(retryAfterMs)

  const problemBefore = async (): Promise<string> => {
    const { ok, wrongGroups } = await client.vault.checkRecovery({ code })
    if (!ok) return t('door.codeWrong', { lines: wrongGroups.map((line) => line + 1).join('、') })
    const { problem } = await client.vault.checkPassword({ password, words: [] })
    if (problem) return t(`door.problems.${problem}`)
    return password === again ? '' : t('door.notSame')
  }
  const recover = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || secondsLeft > 0) return
    setBusy(true)
    setMessage('')
    try {
      const problem = await problemBefore()
      if (problem) return setMessage(problem)
      await client.vault.recover({ code, newPassword: password })
      onOpened()
    } catch (error) {
      const { code: kind, data } = toAppError(error)
      waitFor(data.retryAfterMs ?? 0)
      // Too soon after other tries: nobody has looked at the code yet.
      if (data.reason === 'too-soon') return
      setMessage(
        t(
          kind === 'forbidden' || kind === 'invalid'
            ? 'door.codeRefused'
            : kind === 'storage'
              ? doorTrouble(error)
              : 'door.failed',
        ),
      )
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="door-form" onSubmit={(event) => void recover(event)}>
      <label className="door-label">
        {t('door.code')}
        <textarea
          rows={2}
          className="door-input door-code"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={code}
          onChange={(event) => setCode(event.target.value.toUpperCase())}
        />
        <span className="door-hint">{t('door.codeHint')}</span>
      </label>
      <label className="door-label">
        {t('door.newPassword')}
        <input
          className="door-input"
          type="password"
          autoComplete="off"
          maxLength={128}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <span className="door-hint">{t('door.newPasswordHint')}</span>
      </label>
      <label className="door-label">
        {t('door.repeatPassword')}
        <input
          className="door-input"
          type="password"
          autoComplete="off"
          maxLength={128}
          value={again}
          onChange={(event) => setAgain(event.target.value)}
        />
      </label>
      <button
        type="submit"
        className="door-primary"
        disabled={isBusy || secondsLeft > 0 || !code || !password || !again}
      >
        {secondsLeft > 0 ? t('door.wait', { seconds: secondsLeft }) : t(isBusy ? 'door.opening' : 'door.recover')}
      </button>
      <p className="door-error" role="alert">
        {message}
      </p>
    </form>
  )
}
