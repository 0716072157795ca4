import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { GUARDIAN_ANSWERS } from '#contract/code-tables'
import type { ReferralFields } from '#contract/referrals'
import type { Guardian } from '#contract/students'
import { localNow } from '#lib/format'
import { useCodes } from '#lib/use-codes'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'
import { MomentField } from '#ui/MomentField'

type Props = {
  fields: ReferralFields
  guardians: readonly Guardian[]
  onChange: (part: Partial<ReferralFields>) => void
}

/** 监护人知情: who was told, when, what they answered in their own words. */
export function GuardianRows({ fields, guardians, onChange }: Props) {
  const { t } = useTranslation()
  const codes = useCodes()
  const wasTold = fields.guardianAnswer !== 'not-needed' && fields.guardianAnswer !== 'not-reached'
  const people = guardians.map(({ name, relation }) => `${relation} ${name}`.trim())
  return (
    <FormRow label={t('referrals.guardian')}>
      <div className="form-row-line">
        <Chips
          label={t('referrals.guardianAnswer')}
          value={fields.guardianAnswer}
          options={codes('guardianAnswers', GUARDIAN_ANSWERS)}
          onChange={(guardianAnswer) => onChange({ guardianAnswer })}
        />
      </div>
      {wasTold && (
        <>
          {people.length > 0 && (
            <Chips
              label={t('referrals.guardianName')}
              value={fields.guardianName}
              options={people.map((person) => ({ value: person, label: person }))}
              onChange={(guardianName) =>
                onChange({ guardianName, guardianInformedAt: fields.guardianInformedAt ?? localNow() })
              }
            />
          )}
          <div className="referral-pair">
            <Input
              aria-label={t('referrals.guardianName')}
              placeholder={t('referrals.guardianName')}
              maxLength={200}
              value={fields.guardianName}
              onChange={(event) => onChange({ guardianName: event.target.value })}
            />
            <MomentField
              label={t('referrals.guardianInformedAt')}
              value={fields.guardianInformedAt}
              isClearable
              onChange={(guardianInformedAt) => onChange({ guardianInformedAt })}
            />
          </div>
          <Input.TextArea
            aria-label={t('referrals.guardianWords')}
            placeholder={t('referrals.guardianWords')}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={2000}
            value={fields.guardianWords}
            onChange={(event) => onChange({ guardianWords: event.target.value })}
          />
        </>
      )}
    </FormRow>
  )
}
