import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#contract/vault'
import { client } from '#lib/client'
import { currentLanguage, setLanguage } from '#lib/words'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'

const LANGUAGE_NAMES: { value: Language; label: string }[] = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
]

type Props = { onNext: () => void; onOpened: () => void; onRestore: () => void }

/** Two doors: the school's own room, or a made-up school to try things in; and the way back from a backup. */
export function DoorsCard({ onNext, onOpened, onRestore }: Props) {
  const { t } = useTranslation()
  const [isPreparing, setPreparing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const openPractice = async () => {
    setPreparing(true)
    setError(null)
    try {
      await client.vault.openPractice({ language: currentLanguage() })
      onOpened()
    } catch (failure) {
      setError(failure)
      setPreparing(false)
    }
  }
  return (
    <>
      <p className="setup-welcome">{t('setup.doors.welcome')}</p>
      <div className="setup-doors">
        <button type="button" className="setup-door setup-door-first" disabled={isPreparing} onClick={onNext}>
          <strong>{t('setup.doors.own')}</strong>
          <span>{t('setup.doors.ownHint')}</span>
        </button>
        <button type="button" className="setup-door" disabled={isPreparing} onClick={() => void openPractice()}>
          <strong>{t(isPreparing ? 'door.openingPractice' : 'setup.doors.practice')}</strong>
          <span>{t('setup.doors.practiceHint')}</span>
        </button>
      </div>
      {error !== null && <ErrorState error={error} onRetry={() => void openPractice()} />}
      <p className="setup-restore">
        {t('setup.doors.moved')}
        <button type="button" className="door-link" disabled={isPreparing} onClick={onRestore}>
          {t('setup.doors.restore')}
        </button>
      </p>
      <div className="setup-language">
        <Chips label="语言 Language" options={LANGUAGE_NAMES} value={currentLanguage()} onChange={setLanguage} />
      </div>
    </>
  )
}
