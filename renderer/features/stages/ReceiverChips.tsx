import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { RELATIONS } from '#contract/contact-tables'
import type { SupportPerson } from '#contract/contacts'
import type { Receiver } from '#contract/stages'
import { useCodes } from '#lib/use-codes'
import { Chips } from '#ui/Chips'

const SOMEBODY = 'somebody'
type Props = {
  label: string
  value: Receiver
  persons: readonly SupportPerson[]
  onChange: (receiver: Receiver) => void
}

/** One of those around the student, or somebody whose name is written down. */
export function ReceiverChips({ label, value, persons, onChange }: Props) {
  const { t } = useTranslation()
  const codes = useCodes()
  const { personId, receiver, relation } = value
  const chosen = personId ?? (relation === null ? null : SOMEBODY)
  const choose = (key: string) => {
    const person = persons.find(({ id }) => id === key)
    onChange(
      person
        ? { personId: person.id, receiver: person.name, relation: person.relation }
        : { personId: null, receiver: '', relation: 'mother' },
    )
  }
  return (
    <>
      <Chips
        label={label}
        value={chosen}
        options={[
          ...persons.map((person) => ({
            value: person.id,
            label: `${t(`codes.relations.${person.relation}`)} ${person.name}`,
          })),
          { value: SOMEBODY, label: t('stages.somebody') },
        ]}
        onChange={choose}
      />
      {chosen === SOMEBODY && (
        <div className="form-row-line">
          <Input
            aria-label={t('stages.name')}
            placeholder={t('stages.name')}
            style={{ width: 180 }}
            maxLength={200}
            value={receiver}
            onChange={(event) => onChange({ personId: null, receiver: event.target.value, relation })}
          />
          <Chips
            label={t('stages.relation')}
            value={relation}
            options={codes('relations', RELATIONS)}
            onChange={(chosenRelation) => onChange({ personId: null, receiver, relation: chosenRelation })}
          />
        </div>
      )}
    </>
  )
}
