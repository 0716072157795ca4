import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { client, toAppError } from '#lib/client'
import { ErrorState } from '#ui/ErrorState'
import { FolderField } from '#ui/FolderField'
import type { StepProps } from './restore-state.ts'
import { WizardFoot } from './WizardFoot.tsx'

/** Which folder or stick the backups are on. */
export function FolderStep({ state, change, onBack }: StepProps) {
  const { t } = useTranslation()
  const { folder } = state
  const [isBusy, setBusy] = useState(false)
  const [hasNone, setNone] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const reason = error === null ? null : (toAppError(error).data.reason ?? null)
  const isKnownReason = reason !== null && REASONS.includes(reason)

  const look = async (place: string) => {
    setBusy(true)
    setNone(false)
    setError(null)
    try {
      const sets = await client.restores.look({ folder: place })
      if (sets.length === 0) setNone(true)
      else change({ folder: place, sets, chosen: null, opened: null, step: 'sets' })
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void look(folder.trim())
      }}
    >
      <p className="restore-lead">{t('restores.folder.lead')}</p>
      <div className="field">
        <label htmlFor="restore-folder">{t('restores.folder.label')}</label>
        <FolderField
          id="restore-folder"
          hasFocus
          value={folder === THIS_COMPUTER ? '' : folder}
          onChange={(next) => {
            setNone(false)
            setError(null)
            change({ folder: next })
          }}
        />
        <p className="field-error" role="alert">
          {hasNone && t('restores.folder.none')}
          {isKnownReason && t(`restores.folder.reasons.${reason}`)}
        </p>
      </div>
      <button
        type="button"
        className="door-link restore-own"
        disabled={isBusy}
        onClick={() => void look(THIS_COMPUTER)}
      >
        {t('restores.folder.own')}
      </button>
      {error !== null && !isKnownReason && <ErrorState error={error} what={t('restores.folder.failed')} />}
      <WizardFoot
        onBack={onBack}
        canGoOn={folder.trim() !== '' && folder !== THIS_COMPUTER}
        isBusy={isBusy}
        missing={t('restores.folder.missing')}
        verb={t('restores.folder.look')}
      />
    </form>
  )
}

/** Stands for the backups beside the records. */
const THIS_COMPUTER = '.'
const REASONS = ['missing']
