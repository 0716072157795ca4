import { Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { CONTACT_DIRECTIONS, CONTACT_KINDS, CONTACT_OUTCOMES, CONTACT_WAYS } from '#contract/contact-tables'
import type { ContactFields } from '#contract/contacts'
import { useCodes } from '#lib/use-codes'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'
import { MomentField } from '#ui/MomentField'

type Props = { fields: ContactFields; onChange: (part: Partial<ContactFields>) => void }

/** What kind of contact, which way, when, for how long, and whether anybody answered. */
export function ContactFactsRows({ fields, onChange }: Props) {
  const { t } = useTranslation()
  const codes = useCodes()
  return (
    <>
      <FormRow label={t('contacts.kind')}>
        <Chips
          label={t('contacts.kind')}
          value={fields.kind}
          options={codes('contactKinds', CONTACT_KINDS)}
          onChange={(kind) => onChange({ kind })}
        />
      </FormRow>
      <FormRow label={t('contacts.way')}>
        <div className="form-row-line">
          <Chips
            label={t('contacts.direction')}
            value={fields.direction}
            options={codes('contactDirections', CONTACT_DIRECTIONS)}
            onChange={(direction) => onChange({ direction })}
          />
          <span className="contacts-gap" />
          <Chips
            label={t('contacts.way')}
            value={fields.way}
            options={codes('contactWays', CONTACT_WAYS)}
            onChange={(way) => onChange({ way })}
          />
        </div>
      </FormRow>
      <FormRow label={t('contacts.at')}>
        <div className="form-row-line">
          <MomentField label={t('contacts.at')} value={fields.at} onChange={(at) => at && onChange({ at })} />
          <InputNumber
            aria-label={t('contacts.minutes')}
            min={0}
            max={600}
            style={{ width: 120 }}
            suffix={t('contacts.minutes')}
            value={fields.minutes}
            onChange={(minutes) => onChange({ minutes })}
          />
          <span className="contacts-gap" />
          <Chips
            label={t('contacts.outcome')}
            value={fields.outcome}
            options={codes('contactOutcomes', CONTACT_OUTCOMES)}
            onChange={(outcome) => onChange({ outcome })}
          />
        </div>
      </FormRow>
      {fields.kind === 'arrival' && (
        <FormRow label={t('contacts.arrival')}>
          <div className="form-row-line">
            <MomentField
              label={t('contacts.leftAt')}
              value={fields.leftAt}
              isClearable
              onChange={(leftAt) => onChange({ leftAt })}
            />
            {t('contacts.leftAt')}
            <Input
              aria-label={t('contacts.collectedBy')}
              placeholder={t('contacts.collectedBy')}
              style={{ width: 240 }}
              maxLength={200}
              value={fields.collectedBy}
              onChange={(event) => onChange({ collectedBy: event.target.value })}
            />
          </div>
        </FormRow>
      )}
    </>
  )
}
