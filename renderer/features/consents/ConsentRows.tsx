import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { CONSENT_ANSWERS, CONSENT_KINDS, CONSENT_MODES, SHARED_WITH, SIGNERS } from '#contract/code-tables'
import type { ConsentRules } from '#contract/consents'
import { useCodes } from '#lib/use-codes'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { FormRow } from '#ui/FormRow'
import { type ConsentForm, hasNoEnd } from './consent-form.ts'

type Props = {
  form: ConsentForm
  signerName: string
  /** The age under which a guardian is needed as well, when the student is younger. */
  young: number | null
  version: string
  validFor: ConsentRules['validFor']
  onChange: (part: Partial<ConsentForm>) => void
}

export function ConsentRows({ form, signerName, young, version, validFor, onChange }: Props) {
  const { t } = useTranslation()
  const codes = useCodes()
  const lacksGuardian = young !== null && form.signer === 'student' && !hasNoEnd(form.kind)
  return (
    <>
      <FormRow label={t('consents.kind')}>
        <Chips
          label={t('consents.kind')}
          value={form.kind}
          options={codes('consentKinds', CONSENT_KINDS)}
          onChange={(kind) => onChange({ kind, sharedWith: kind === 'sharing' ? form.sharedWith : null })}
        />
      </FormRow>
      {form.kind === 'sharing' && (
        <FormRow label={t('consents.whom')}>
          <Chips
            label={t('consents.whom')}
            value={form.sharedWith}
            options={codes('sharedWith', SHARED_WITH)}
            onChange={(sharedWith) => onChange({ sharedWith })}
          />
        </FormRow>
      )}
      <FormRow label={t('consents.signer')} hint={lacksGuardian && t('consents.young', { age: young })}>
        <Chips
          label={t('consents.signer')}
          value={form.signer}
          options={codes('signers', SIGNERS)}
          onChange={(signer) => onChange({ signer, signerName: '', relation: '' })}
        />
        <div className="form-row-line">
          <Input
            aria-label={t('consents.signerName')}
            placeholder={t('consents.signerName')}
            maxLength={60}
            value={signerName}
            onChange={(event) => onChange({ signerName: event.target.value })}
          />
          {form.signer === 'guardian' && (
            <Input
              aria-label={t('consents.relation')}
              placeholder={t('consents.relation')}
              maxLength={40}
              value={form.relation}
              onChange={(event) => onChange({ relation: event.target.value })}
            />
          )}
        </div>
      </FormRow>
      <FormRow label={t('consents.answer')}>
        <Chips
          label={t('consents.answer')}
          value={form.answer}
          options={codes('consentAnswers', CONSENT_ANSWERS)}
          onChange={(answer) => onChange({ answer })}
        />
      </FormRow>
      <FormRow label={t('consents.mode')}>
        <Chips
          label={t('consents.mode')}
          value={form.mode}
          options={codes('consentModes', CONSENT_MODES)}
          onChange={(mode) => onChange({ mode })}
        />
      </FormRow>
      <FormRow label={t('consents.on')}>
        <div className="form-row-line">
          <DateField
            label={t('consents.on')}
            value={form.givenOn}
            onChange={(givenOn) => givenOn && onChange({ givenOn })}
          />
          <span className="field-hint">{t('consents.version', { version })}</span>
        </div>
      </FormRow>
      {!hasNoEnd(form.kind) && (
        <FormRow label={t('consents.until')}>
          <DateField
            label={t('consents.until')}
            value={form.validUntil}
            isClearable
            placeholder={t(`codes.consentSpans.${validFor}`)}
            onChange={(validUntil) => onChange({ validUntil })}
          />
        </FormRow>
      )}
      {form.kind !== 'notice' && (
        <FormRow label={t('consents.scope')}>
          <Input
            aria-label={t('consents.scope')}
            placeholder={t('consents.scopeHint')}
            maxLength={200}
            value={form.scope}
            onChange={(event) => onChange({ scope: event.target.value })}
          />
        </FormRow>
      )}
    </>
  )
}
