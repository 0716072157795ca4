import { useEffect, useRef, useState } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { client, toAppError, UNREACHABLE } from '#lib/client'
import { doorTrouble } from '#lib/door-trouble'
import { useWait } from '#lib/use-wait'

type Props = {
  retryAfterMs: number
  onTyping: () => void
  onOpened: (typed: string) => void
  /** The password may be right, but the records cannot be opened. */
  onDamaged: () => void
}

export function UnlockForm({ retryAfterMs, onTyping, onOpened, onDamaged }: Props) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [isOpening, setOpening] = useState(false)
  const [message, setMessage] = useState('')
  const [hasCapsLock, setCapsLock] = useState(false)
  const [secondsLeft, waitFor] = useWait(retryAfterMs)
  useEffect(() => {
    if (secondsLeft === 0) field.current?.focus()
  }, [secondsLeft])

  const open = async (event: FormEvent) => {
    event.preventDefault()
    const password = field.current?.value ?? ''
    if (!password || isOpening || secondsLeft > 0) return
    setOpening(true)
    setMessage('')
    try {
      await client.vault.unlock({ password })
      onOpened(password)
    } catch (error) {
      const { code, data } = toAppError(error)
      setOpening(false)
      setMessage(
        code === 'forbidden'
          ? // Too soon after other tries: nobody has looked at the password yet.
            data.reason === 'too-soon'
            ? ''
            : t('door.wrong')
          : code === 'storage'
            ? t(doorTrouble(error))
            : t(data.reason === UNREACHABLE ? 'door.unreachable' : 'door.failed'),
      )
      if (code === 'storage' && doorTrouble(error) === 'door.damaged') onDamaged()
      if (code === 'forbidden') waitFor(data.retryAfterMs ?? 0)
      field.current?.select()
    }
  }
  const lookAtKey = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))

  return (
    <form className="door-form" onSubmit={(event) => void open(event)}>
      <label className="door-label">
        {t('door.password')}
        <input
          ref={field}
          className="door-input"
          type="password"
          autoComplete="off"
          autoFocus
          maxLength={128}
          aria-invalid={message !== ''}
          aria-describedby="door-message"
          disabled={secondsLeft > 0}
          onChange={onTyping}
          onKeyUp={lookAtKey}
        />
      </label>
      <button type="submit" className="door-primary" disabled={isOpening || secondsLeft > 0}>
        {secondsLeft > 0 ? t('door.wait', { seconds: secondsLeft }) : t(isOpening ? 'door.opening' : 'door.open')}
      </button>
      <p id="door-message" className="door-error" role="alert">
        {message || (hasCapsLock && t('door.capsLock'))}
      </p>
    </form>
  )
}
