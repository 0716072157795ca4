import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SEXES } from '#contract/code-tables'
import { Chips } from '#ui/Chips'
import { PasswordFields } from '#ui/PasswordFields'
import type { StepProps } from './setup-state.ts'
import { StepFoot } from './StepFoot.tsx'

export function AccountForm({ state, change, onNext, onBack }: StepProps) {
  const { t } = useTranslation()
  const [isPasswordFine, setPasswordFine] = useState(false)
  const hasName = state.accountName.trim() !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      <div className="setup-pair">
        <div className="field">
          <label htmlFor="setup-me">{t('setup.account.name')}</label>
          <Input
            id="setup-me"
            autoFocus
            size="large"
            maxLength={40}
            placeholder={t('setup.account.namePlaceholder')}
            value={state.accountName}
            onChange={(event) => change({ accountName: event.target.value })}
          />
        </div>
        <div className="field">
          <span className="field-label">{t('setup.account.sex')}</span>
          <Chips
            label={t('setup.account.sex')}
            options={SEXES.map((sex) => ({ value: sex, label: t(`codes.sexes.${sex}`) }))}
            value={state.sex}
            onChange={(sex) => change({ sex })}
          />
          <span className="field-hint">{t('setup.account.sexHint')}</span>
        </div>
      </div>
      <PasswordFields
        value={state}
        onChange={change}
        words={[state.schoolName, state.accountName]}
        onVerdict={setPasswordFine}
      />
      <StepFoot
        onBack={onBack}
        canGoOn={hasName && isPasswordFine}
        missing={hasName ? '' : t('setup.account.missingName')}
      />
    </form>
  )
}
