import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { EXCEPTION_GROUNDS, TOLD_TOPICS } from '#contract/contact-tables'
import type { ToldTopic } from '#contract/contact-tables'
import type { ContactFields, SupportPerson } from '#contract/contacts'
import { useCodes } from '#lib/use-codes'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'
import { MayKnowLine } from './MayKnowLine.tsx'

type Props = {
  fields: ContactFields
  /** Nobody on the list: then nothing is agreed. */
  person: SupportPerson | undefined
  beyond: readonly ToldTopic[]
  onChange: (part: Partial<ContactFields>) => void
}

/** What was told to them, beside what they may know; more than that is told on one of the four grounds only. */
export function ToldRows({ fields, person, beyond, onChange }: Props) {
  const { t } = useTranslation()
  const ids = useId()
  const codes = useCodes()
  return (
    <>
      <FormRow label={t('contacts.told')} hint={<MayKnowLine person={person} />}>
        <Chips
          label={t('contacts.told')}
          isMultiple
          value={fields.toldTopics}
          options={codes('toldTopics', TOLD_TOPICS)}
          onChange={(toldTopics) => onChange({ toldTopics })}
        />
        {fields.toldTopics.length > 0 && (
          <Input.TextArea
            aria-label={t('contacts.toldWords')}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={4000}
            placeholder={t('contacts.toldWords')}
            value={fields.told}
            onChange={(event) => onChange({ told: event.target.value })}
          />
        )}
      </FormRow>
      {beyond.length > 0 && (
        <FormRow
          label={t('contacts.ground')}
          hint={t('contacts.groundHint', {
            topics: beyond.map((topic) => t(`codes.toldTopics.${topic}`)).join(t('contacts.comma')),
          })}
        >
          <Chips
            label={t('contacts.ground')}
            value={fields.exceptionGround}
            options={codes('exceptionGrounds', EXCEPTION_GROUNDS)}
            onChange={(exceptionGround) => onChange({ exceptionGround })}
          />
        </FormRow>
      )}
      <FormRow label={t('contacts.answer')} htmlFor={`${ids}-answer`}>
        <Input.TextArea
          id={`${ids}-answer`}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={4000}
          placeholder={t('contacts.answerHint')}
          value={fields.answer}
          onChange={(event) => onChange({ answer: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('contacts.agreed')} htmlFor={`${ids}-agreed`}>
        <Input.TextArea
          id={`${ids}-agreed`}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={2000}
          value={fields.agreed}
          onChange={(event) => onChange({ agreed: event.target.value })}
        />
      </FormRow>
    </>
  )
}
