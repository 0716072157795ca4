import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { URGENCIES } from '#contract/code-tables'
import { GRAVE_SIGNS, OBSERVATION_SIGNS, REPORTERS } from '#contract/contact-tables'
import type { ObservationFields } from '#contract/observations'
import { useCodes } from '#lib/use-codes'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { FormRow } from '#ui/FormRow'

type Props = {
  fields: ObservationFields
  headTeacher: string | null
  onChange: (part: Partial<ObservationFields>) => void
}

/** Who saw it and when, what was seen, how soon, what was done. */
export function ObservationRows({ fields, headTeacher, onChange }: Props) {
  const { t } = useTranslation()
  const ids = useId()
  const codes = useCodes()
  const isGrave = fields.signs.some((sign) => GRAVE_SIGNS.includes(sign))
  return (
    <>
      <FormRow label={t('observations.reporter')}>
        <Chips
          label={t('observations.role')}
          value={fields.reporterRole}
          options={codes('reporters', REPORTERS)}
          onChange={(reporterRole) => onChange({ reporterRole })}
        />
        <div className="form-row-line">
          <Input
            aria-label={t('observations.reporter')}
            autoFocus
            style={{ width: 220 }}
            maxLength={200}
            placeholder={t('observations.reporterHint')}
            value={fields.reporter}
            onChange={(event) => onChange({ reporter: event.target.value })}
          />
          {headTeacher && fields.reporter === '' && fields.reporterRole === 'class-teacher' && (
            <button type="button" className="text-button" onClick={() => onChange({ reporter: headTeacher })}>
              {headTeacher}
            </button>
          )}
          <DateField
            label={t('observations.observedOn')}
            value={fields.observedOn}
            onChange={(observedOn) => observedOn && onChange({ observedOn })}
          />
        </div>
      </FormRow>
      <FormRow label={t('observations.signs')} hint={isGrave ? t('observations.grave') : undefined}>
        <Chips
          label={t('observations.signs')}
          isMultiple
          value={fields.signs}
          options={codes('observationSigns', OBSERVATION_SIGNS)}
          onChange={(signs) => onChange({ signs })}
        />
      </FormRow>
      <FormRow label={t('observations.text')} htmlFor={`${ids}-text`}>
        <Input.TextArea
          id={`${ids}-text`}
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={4000}
          placeholder={t('observations.textHint')}
          value={fields.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('observations.doneAlready')} htmlFor={`${ids}-done`}>
        <Input.TextArea
          id={`${ids}-done`}
          autoSize={{ minRows: 1, maxRows: 5 }}
          maxLength={2000}
          value={fields.doneAlready}
          onChange={(event) => onChange({ doneAlready: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('observations.urgency')}>
        <Chips
          label={t('observations.urgency')}
          value={fields.urgency}
          options={codes('urgencies', URGENCIES)}
          onChange={(urgency) => onChange({ urgency })}
        />
      </FormRow>
    </>
  )
}
