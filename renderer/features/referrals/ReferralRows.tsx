import './referrals.css'
import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { INSTITUTIONS, REFERRAL_KINDS, URGENCIES } from '#contract/code-tables'
import type { ReferralFields } from '#contract/referrals'
import type { Guardian } from '#contract/students'
import { useCodes } from '#lib/use-codes'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { FormRow } from '#ui/FormRow'
import { MomentField } from '#ui/MomentField'
import { WordingHints } from '#ui/WordingHints'
import { GuardianRows } from './GuardianRows.tsx'
import { OptionLines } from './OptionLines.tsx'

type Props = {
  fields: ReferralFields
  guardians: readonly Guardian[]
  onChange: (part: Partial<ReferralFields>) => void
}

/** The rows of 转介单 in the order of the paper. */
export function ReferralRows({ fields, guardians, onChange }: Props) {
  const { t } = useTranslation()
  const codes = useCodes()
  const id = useId()
  const changeKind = (kind: ReferralFields['kind']) =>
    onChange({ kind, institutionKind: kind === 'inside' ? 'in-school' : 'psychiatric' })
  return (
    <>
      <FormRow label={t('referrals.kind')}>
        <div className="form-row-line">
          <Chips
            label={t('referrals.kind')}
            value={fields.kind}
            options={codes('referralKinds', REFERRAL_KINDS)}
            onChange={changeKind}
          />
          <span className="referral-gap" />
          <Chips
            label={t('referrals.urgency')}
            value={fields.urgency}
            options={codes('urgencies', URGENCIES)}
            onChange={(urgency) => onChange({ urgency })}
          />
        </div>
      </FormRow>
      <FormRow label={t('referrals.reason')} htmlFor={`${id}-reason`} hint={<WordingHints text={fields.reason} />}>
        <Input.TextArea
          id={`${id}-reason`}
          autoFocus
          autoSize={{ minRows: 2, maxRows: 7 }}
          maxLength={4000}
          placeholder={t('referrals.reasonHint')}
          value={fields.reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('referrals.doneSoFar')} htmlFor={`${id}-done`}>
        <Input.TextArea
          id={`${id}-done`}
          autoSize={{ minRows: 1, maxRows: 5 }}
          maxLength={4000}
          placeholder={t('referrals.doneSoFarHint')}
          value={fields.doneSoFar}
          onChange={(event) => onChange({ doneSoFar: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('referrals.options')}>
        <OptionLines options={fields.options} choice={fields.choice} onChange={onChange} />
      </FormRow>
      <FormRow label={t('referrals.institution')}>
        <Chips
          label={t('referrals.institutionKind')}
          value={fields.institutionKind}
          options={codes('institutions', INSTITUTIONS)}
          onChange={(institutionKind) => onChange({ institutionKind })}
        />
        <div className="referral-pair">
          <Input
            aria-label={t('referrals.institutionName')}
            placeholder={t('referrals.institutionName')}
            maxLength={200}
            value={fields.institution}
            onChange={(event) => onChange({ institution: event.target.value })}
          />
          <Input
            aria-label={t('referrals.department')}
            placeholder={t('referrals.department')}
            maxLength={200}
            value={fields.department}
            onChange={(event) => onChange({ department: event.target.value })}
          />
        </div>
      </FormRow>
      <FormRow label={t('referrals.clientView')} htmlFor={`${id}-view`}>
        <Input.TextArea
          id={`${id}-view`}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={2000}
          placeholder={t('referrals.clientViewHint')}
          value={fields.clientView}
          onChange={(event) => onChange({ clientView: event.target.value })}
        />
      </FormRow>
      <GuardianRows fields={fields} guardians={guardians} onChange={onChange} />
      <FormRow label={t('referrals.dates')}>
        <div className="form-row-line">
          <MomentField
            label={t('referrals.referredAt')}
            value={fields.referredAt}
            onChange={(referredAt) => referredAt && onChange({ referredAt })}
          />
          {t('referrals.due')}
          <DateField
            label={t('referrals.due')}
            value={fields.returnDue}
            isClearable
            onChange={(returnDue) => onChange({ returnDue })}
          />
        </div>
      </FormRow>
    </>
  )
}
