import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { termAfter } from '#lib/terms'
import { currentLanguage } from '#lib/words'
import { ErrorState } from '#ui/ErrorState'
import { PeriodRows } from '#ui/PeriodRows'
import type { SetupState, StepProps } from './setup-state.ts'
import { StepFoot } from './StepFoot.tsx'

/** The last page; its button makes the vault. */
export function TermsForm({ state, change, onBack, onOpened }: StepProps & { onOpened: () => void }) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { terms } = state
  const isFine = terms.every((term) => term.name.trim() !== '' && term.endsOn > term.startsOn)
  const create = async () => {
    setBusy(true)
    setError(null)
    try {
      await client.vault.create(inputOf(state))
      onOpened()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <PeriodRows
        periods={terms}
        onChange={(next) => change({ terms: next })}
        makeNext={() => termAfter(terms.at(-1)?.endsOn ?? '')}
        addLabel={t('setup.terms.add')}
      />
      {error !== null && <ErrorState error={error} isTextSafe onRetry={() => void create()} />}
      <StepFoot
        onBack={onBack}
        canGoOn={isFine}
        isBusy={isBusy}
        verb={t('setup.terms.create')}
        missing={t('setup.terms.missing')}
      />
      <p className="field-hint setup-busy" role="status">
        {isBusy && t('setup.terms.creating')}
      </p>
    </form>
  )
}

const inputOf = (state: SetupState) => ({
  language: currentLanguage(),
  school: { name: state.schoolName.trim(), stage: state.stage ?? ('junior' as const) },
  account: { name: state.accountName.trim(), sex: state.sex },
  password: state.password,
  recoveryCode: state.recoveryCode,
  terms: state.terms,
})
