import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { currentLanguage } from '#lib/words'

/** The locked practice room: nothing in it is secret, so one press opens it again. */
export function PracticeDoor({ onChanged }: { onChanged: () => void }) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const go = async (step: () => Promise<unknown>) => {
    setBusy(true)
    setFailed(false)
    try {
      await step()
      onChanged()
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="door-form">
      <button
        type="button"
        className="door-primary"
        autoFocus
        disabled={isBusy}
        onClick={() => void go(() => client.vault.openPractice({ language: currentLanguage() }))}
      >
        {t(isBusy ? 'door.opening' : 'door.practiceOn')}
      </button>
      <button
        type="button"
        className="door-link"
        disabled={isBusy}
        onClick={() => void go(() => client.vault.leavePractice({}))}
      >
        {t('door.practiceLeave')}
      </button>
      <p className="door-error" role="alert">
        {hasFailed && t('door.failed')}
      </p>
    </div>
  )
}
