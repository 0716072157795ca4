import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { AcceptanceFields } from '#contract/acceptances'
import { SOURCES, URGENCIES } from '#contract/code-tables'
import { ENTRY_BASES } from '#contract/entry-tables'
import { useCodes } from '#lib/use-codes'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { FormRow } from '#ui/FormRow'

type Props = { fields: AcceptanceFields; onChange: (part: Partial<AcceptanceFields>) => void }

/** Who asks since when, how soon, on what it rests, what it is about, what was promised before. */
export function AcceptanceRows({ fields, onChange }: Props) {
  const { t } = useTranslation()
  const ids = useId()
  const codes = useCodes()
  return (
    <>
      <FormRow label={t('acceptances.source')}>
        <Chips
          label={t('acceptances.source')}
          value={fields.source}
          options={codes('sources', SOURCES)}
          onChange={(source) => onChange(source === 'self' ? { source, basis: 'voluntary' } : { source })}
        />
        <div className="form-row-line">
          <Input
            aria-label={t('acceptances.askedBy')}
            autoFocus
            style={{ width: 220 }}
            maxLength={200}
            placeholder={t('acceptances.askedBy')}
            value={fields.askedBy}
            onChange={(event) => onChange({ askedBy: event.target.value })}
          />
          <DateField
            label={t('acceptances.askedOn')}
            value={fields.askedOn}
            onChange={(askedOn) => askedOn && onChange({ askedOn })}
          />
        </div>
      </FormRow>
      <FormRow label={t('acceptances.basis')} hint={t('acceptances.basisHint')}>
        <Chips
          label={t('acceptances.basis')}
          value={fields.basis}
          options={codes('entryBases', ENTRY_BASES)}
          onChange={(basis) => onChange(basis === 'crisis' ? { basis, urgency: 'urgent' } : { basis })}
        />
      </FormRow>
      <FormRow label={t('acceptances.urgency')}>
        <Chips
          label={t('acceptances.urgency')}
          value={fields.urgency}
          options={codes('urgencies', URGENCIES)}
          onChange={(urgency) => onChange({ urgency })}
        />
      </FormRow>
      <FormRow label={t('acceptances.concern')} htmlFor={`${ids}-concern`}>
        <Input.TextArea
          id={`${ids}-concern`}
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={4000}
          placeholder={t('acceptances.concernHint')}
          value={fields.concern}
          onChange={(event) => onChange({ concern: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('acceptances.promises')} htmlFor={`${ids}-promises`}>
        <Input.TextArea
          id={`${ids}-promises`}
          autoSize={{ minRows: 1, maxRows: 5 }}
          maxLength={2000}
          placeholder={t('acceptances.promisesHint')}
          value={fields.promises}
          onChange={(event) => onChange({ promises: event.target.value })}
        />
      </FormRow>
    </>
  )
}
