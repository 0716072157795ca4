import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import { formatMoment } from '#lib/format'
import { Chips } from '#ui/Chips'
import { PasswordFields } from '#ui/PasswordFields'
import { applyRestore } from './apply-restore.ts'
import type { StepProps } from './restore-state.ts'
import { WizardFoot } from './WizardFoot.tsx'

/** The last look: what will happen, what happens to what is here, and a new password where the backup brings none. */
export function ConfirmStep({ state, change, onBack, hasRecords }: StepProps & { hasRecords: boolean }) {
  const { t } = useTranslation()
  const [isFine, setFine] = useState(false)
  const { opened, accountId, password, repeated } = state
  if (!opened) return null
  const account = opened.accounts.find(({ id }) => id === accountId)
  const isReady = opened.keepsPasswords || (accountId !== null && isFine)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) void applyRestore({ state, change })
      }}
    >
      <p className="restore-lead">{t('restores.confirm.lead', { madeAt: formatMoment(localOf(opened.madeAt), '') })}</p>
      {hasRecords && (
        <p>
          <strong>{t('restores.confirm.aside')}</strong>
        </p>
      )}
      {opened.keepsPasswords ? (
        <p>{t('restores.confirm.keeps')}</p>
      ) : (
        <>
          <p className="restore-lead">{t('restores.confirm.newPassword')}</p>
          <div className="field">
            <span className="field-label">{t('restores.confirm.account')}</span>
            <Chips
              label={t('restores.confirm.account')}
              options={opened.accounts.map(({ id, name }) => ({ value: id, label: name }))}
              value={accountId}
              onChange={(id) => change({ accountId: id })}
            />
          </div>
          <PasswordFields
            value={{ password, repeated }}
            onChange={change}
            words={[opened.school, account?.name ?? '']}
            onVerdict={setFine}
            label={t('door.newPassword')}
          />
        </>
      )}
      <WizardFoot
        onBack={onBack}
        canGoOn={isReady}
        missing={t('restores.confirm.missing')}
        verb={t('restores.confirm.go')}
      />
    </form>
  )
}
