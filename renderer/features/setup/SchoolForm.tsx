import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { STAGES } from '#contract/code-tables'
import { Chips } from '#ui/Chips'
import type { StepProps } from './setup-state.ts'
import { StepFoot } from './StepFoot.tsx'

export function SchoolForm({ state, change, onNext, onBack }: StepProps) {
  const { t } = useTranslation()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      <div className="field">
        <label htmlFor="setup-school">{t('setup.school.name')}</label>
        <Input
          id="setup-school"
          autoFocus
          size="large"
          maxLength={80}
          placeholder={t('setup.school.namePlaceholder')}
          value={state.schoolName}
          onChange={(event) => change({ schoolName: event.target.value })}
        />
      </div>
      <div className="field">
        <span className="field-label">{t('setup.school.stage')}</span>
        <Chips
          label={t('setup.school.stage')}
          options={STAGES.map((stage) => ({ value: stage, label: t(`codes.stages.${stage}`) }))}
          value={state.stage}
          onChange={(stage) => change({ stage })}
        />
      </div>
      <StepFoot
        onBack={onBack}
        canGoOn={state.schoolName.trim() !== '' && state.stage !== null}
        missing={t('setup.school.missing')}
      />
    </form>
  )
}
