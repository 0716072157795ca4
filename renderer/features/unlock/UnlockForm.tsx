import { useEffect, useRef, useState } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { client, toAppError, UNREACHABLE } from '#lib/client'
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
  const [isDamaged, setDamaged] = useState(false)
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
      setDamaged(code === 'storage' && data.reason === 'damaged')
      setMessage(
        code === 'forbidden'
          ? t('door.wrong')
          : code === 'storage'
            ? t('door.damaged')
            : t(data.reason === UNREACHABLE ? 'door.unreachable' : 'door.failed'),
      )
      if (code === 'storage') onDamaged()
      if (code === 'forbidden') waitFor(data.retryAfterMs ?? 0)
      field.current?.select()
    }
  }
  /** What can be read goes into a new vault in the place of the damaged one, which is kept. */
  const salvage = async () => {
    const password = field.current?.value ?? ''
    if (!password || isOpening) return
    setOpening(true)
    setMessage(t('door.salvaging'))
    try {
      const counts = await client.vault.salvage({ password })
      const sum = (of: 'saved' | 'lost') => counts.reduce((total, one) => total + one[of], 0)
      setDamaged(false)
      setMessage(t('door.salvaged', { saved: sum('saved'), lost: sum('lost') }))
    } catch (error) {
      setMessage(t(toAppError(error).code === 'forbidden' ? 'door.wrong' : 'door.salvageFailed'))
    }
    setOpening(false)
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
      {isDamaged && (
        <button type="button" className="door-link" disabled={isOpening} onClick={() => void salvage()}>
          {t('door.salvage')}
        </button>
      )}
    </form>
  )
}
