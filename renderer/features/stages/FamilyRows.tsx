import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { TOLD_TOPICS } from '#contract/contact-tables'
import type { StageFields } from '#contract/stages'
import { useCodes } from '#lib/use-codes'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'
import { WordingHints } from '#ui/WordingHints'
import { GroundRow } from './GroundRow.tsx'
import { ReceiverChips } from './ReceiverChips.tsx'
import { beyondOf } from './stage-form.ts'
import type { Around } from './stage-form.ts'

type Props = { fields: StageFields; around: Around; onChange: (part: Partial<StageFields>) => void }

/** The text that goes home: whom it is for and what it tells, held to what was agreed with the student. */
export function FamilyRows({ fields, around, onChange }: Props) {
  const { t } = useTranslation()
  const ids = useId()
  const codes = useCodes()
  const isWritten = fields.familyText.trim() !== ''
  return (
    <>
      <FormRow
        label={t('stages.familyText')}
        htmlFor={`${ids}-family`}
        hint={isWritten ? <WordingHints text={fields.familyText} /> : t('stages.familyNone')}
      >
        <Input.TextArea
          id={`${ids}-family`}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={4000}
          placeholder={t('stages.familyHint')}
          value={fields.familyText}
          onChange={(event) => onChange({ familyText: event.target.value })}
        />
      </FormRow>
      {isWritten && (
        <>
          <FormRow label={t('stages.receiver')}>
            <ReceiverChips
              label={t('stages.receiver')}
              value={fields}
              persons={around.persons}
              onChange={({ personId, receiver, relation }) => onChange({ personId, receiver, relation })}
            />
          </FormRow>
          <FormRow
            label={t('stages.topics')}
            hint={fields.relation !== 'student' && <Agreed {...{ fields, around }} />}
          >
            <Chips
              isMultiple
              label={t('stages.topics')}
              value={fields.toldTopics}
              options={codes('toldTopics', TOLD_TOPICS)}
              onChange={(toldTopics) => onChange({ toldTopics })}
            />
          </FormRow>
          <GroundRow
            beyond={beyondOf(fields, around)}
            value={fields.exceptionGround}
            onChange={(exceptionGround) => onChange({ exceptionGround })}
          />
        </>
      )}
    </>
  )
}

function Agreed({ fields: { personId, relation }, around: { persons, declined } }: Pick<Props, 'fields' | 'around'>) {
  const { t } = useTranslation()
  if (relation !== null && declined.includes(relation)) return t('stages.declined')
  const mayKnow = persons.find(({ id }) => id === personId)?.mayKnow ?? []
  if (mayKnow.length === 0) return t('stages.nothingAgreed')
  return t('stages.mayKnow', {
    topics: mayKnow.map((topic) => t(`codes.mayKnow.${topic}`)).join(t('stages.comma')),
  })
}
