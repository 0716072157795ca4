import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultStatus } from '#contract/vault'
import { client, toAppError } from '#lib/client'
import { doorTrouble } from '#lib/door-trouble'
import { useShade } from '#lib/shade'
import { currentLanguage } from '#lib/words'
import { PracticeDoor } from './PracticeDoor.tsx'
import { RecoverForm } from './RecoverForm.tsx'
import { UnlockForm } from './UnlockForm.tsx'

type Props = {
  status: VaultStatus
  onTyping: () => void
  onOpened: (typed?: string) => void
  /** The ways on when the password does not help. */
  onWay: (way: 'restore' | 'salvage') => void
}

/** The closed door: one field, no decoration, nothing about who is inside. */
export function UnlockPage({ status, onTyping, onOpened, onWay }: Props) {
  const { t } = useTranslation()
  useShade('system')
  const [isRecovering, setRecovering] = useState(false)
  const [isPreparing, setPreparing] = useState(false)
  const [failure, setFailure] = useState('')
  const [isDamaged, setDamaged] = useState(false)
  useEffect(() => {
    const soon = setTimeout(onTyping, 400)
    return () => clearTimeout(soon)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the rest of the window is fetched once
  }, [])

  const openPractice = async () => {
    setPreparing(true)
    setFailure('')
    try {
      await client.vault.openPractice({ language: currentLanguage() })
      onOpened()
    } catch (error) {
      setPreparing(false)
      setFailure(toAppError(error).code === 'storage' ? t(doorTrouble(error)) : t('door.failed'))
    }
  }

  if (status.practice)
    return (
      <main className="door">
        <div className="door-sheet">
          <h1 className="door-name">{t('door.room')}</h1>
          <p className="door-hint">{t('door.practiceLocked')}</p>
          <PracticeDoor onChanged={() => onOpened()} />
        </div>
      </main>
    )
  return (
    <main className="door">
      <div className="door-sheet">
        <h1 className="door-name">{t('door.room')}</h1>
        <p className="door-hint">{t('door.subtitle')}</p>
        {isRecovering ? (
          <RecoverForm retryAfterMs={status.retryAfterMs} onOpened={() => onOpened()} />
        ) : (
          <UnlockForm
            retryAfterMs={status.retryAfterMs}
            onTyping={onTyping}
            onOpened={onOpened}
            onDamaged={() => setDamaged(true)}
          />
        )}
        <p className="door-error" role="alert">
          {failure}
        </p>
        {isDamaged && (
          <div className="door-ways">
            <button type="button" className="door-second" disabled={isPreparing} onClick={() => onWay('restore')}>
              {t('door.restore')}
            </button>
            <button type="button" className="door-second" disabled={isPreparing} onClick={() => onWay('salvage')}>
              {t('door.salvage')}
            </button>
          </div>
        )}
        <div className="door-foot">
          <button type="button" className="door-link" onClick={() => setRecovering(!isRecovering)}>
            {t(isRecovering ? 'door.backToPassword' : 'door.forgot')}
          </button>
          <button type="button" className="door-link" disabled={isPreparing} onClick={() => void openPractice()}>
            {t(isPreparing ? 'door.openingPractice' : 'door.practice')}
          </button>
        </div>
        {!isDamaged && (
          <button type="button" className="door-link" disabled={isPreparing} onClick={() => onWay('restore')}>
            {t('door.restore')}
          </button>
        )}
      </div>
    </main>
  )
}
