import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { client, toAppError } from '#lib/client'
import { doorTrouble } from '#lib/door-trouble'
import { useWait } from '#lib/use-wait'
import { useStillness } from './use-stillness.ts'

type Props = { isPractice: boolean; onLeft: () => void; onBack: () => void }

/** The only way out: the counselor's password. Left alone for a minute it goes back to where the student was. */
export function TeacherDoor({ isPractice, onLeft, onBack }: Props) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [isOpening, setOpening] = useState(false)
  const [message, setMessage] = useState('')
  const [secondsLeft, waitFor] = useWait(0)
  useStillness(!isOpening, onBack)

  const open = async (event: FormEvent) => {
    event.preventDefault()
    const password = isPractice ? 'practice' : (field.current?.value ?? '')
    if (!password || isOpening || secondsLeft > 0) return
    setOpening(true)
    setMessage('')
    try {
      await client.kiosk.leave({ password })
      onLeft()
    } catch (error) {
      const { code, data } = toAppError(error)
      setOpening(false)
      waitFor(data.retryAfterMs ?? 0)
      setMessage(t(code === 'forbidden' ? 'door.wrong' : code === 'storage' ? doorTrouble(error) : 'door.failed'))
      field.current?.select()
    }
  }

  return (
    <main className="kiosk">
      <form className="kiosk-body kiosk-door" onSubmit={(event) => void open(event)}>
        <h1 className="kiosk-question">{t('kiosk.teacherTitle')}</h1>
        <p className="kiosk-quiet">{t(isPractice ? 'kiosk.teacherPractice' : 'kiosk.teacherHint')}</p>
        {!isPractice && (
          <input
            ref={field}
            className="door-input"
            type="password"
            autoComplete="off"
            autoFocus
            maxLength={128}
            aria-label={t('door.password')}
            aria-invalid={message !== ''}
            disabled={secondsLeft > 0}
          />
        )}
        <p className="door-error" role="alert">
          {message}
        </p>
        <div className="kiosk-row">
          <button
            type="submit"
            className="kiosk-primary"
            autoFocus={isPractice}
            disabled={isOpening || secondsLeft > 0}
          >
            {secondsLeft > 0
              ? t('door.wait', { seconds: secondsLeft })
              : t(isOpening ? 'door.opening' : 'kiosk.teacherOpen')}
          </button>
          <button type="button" className="kiosk-plain" disabled={isOpening} onClick={onBack}>
            {t('kiosk.backToForm')}
          </button>
        </div>
      </form>
    </main>
  )
}
