import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RELATIONS } from '#contract/contact-tables'
import type { ContactFields, KnownPerson, SupportPerson } from '#contract/contacts'
import { useCodes } from '#lib/use-codes'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'

const STUDENT = 'student'
const SOMEBODY = 'somebody'

type Props = {
  fields: ContactFields
  persons: readonly SupportPerson[]
  known: readonly KnownPerson[]
  onChange: (part: Partial<ContactFields>) => void
}

/** One of those around the student, the student, or somebody whose name is written down. */
export function WithWhom({ fields, persons, known, onChange }: Props) {
  const { t } = useTranslation()
  const codes = useCodes()
  const labelOf = ({ name, relation }: Pick<SupportPerson, 'name' | 'relation'>) =>
    `${t(`codes.relations.${relation}`)} ${name}`
  const chosen =
    fields.personId ??
    (fields.relation === 'student'
      ? STUDENT
      : (known.find(({ name, relation }) => name === fields.name && relation === fields.relation)?.name ?? SOMEBODY))
  // Off the list by now: a contact that is corrected keeps its name.
  const [kept] = useState(fields)
  const hasLeft = kept.personId !== null && !persons.some(({ id }) => id === kept.personId)
  const choose = (key: string) => {
    if (key === STUDENT) return onChange({ personId: null, relation: 'student', name: '' })
    if (key === SOMEBODY) return onChange({ personId: null, relation: 'mother', name: '' })
    if (key === kept.personId) return onChange({ personId: key, name: kept.name, relation: kept.relation })
    const person = persons.find(({ id }) => id === key)
    if (person) return onChange({ personId: person.id, name: person.name, relation: person.relation })
    const named = known.find(({ name }) => name === key)
    if (named) onChange({ personId: null, name: named.name, relation: named.relation })
  }
  return (
    <FormRow label={t('contacts.with')}>
      <Chips
        label={t('contacts.with')}
        value={chosen}
        options={[
          ...(hasLeft && kept.personId
            ? [{ value: kept.personId, label: `${t(`codes.relations.${kept.relation}`)} ${kept.name}` }]
            : []),
          ...persons.map((person) => ({ value: person.id, label: labelOf(person) })),
          ...known.map((person) => ({ value: person.name, label: labelOf(person) })),
          { value: STUDENT, label: t('codes.relations.student') },
          { value: SOMEBODY, label: t('contacts.somebody') },
        ]}
        onChange={choose}
      />
      {chosen === SOMEBODY && (
        <div className="contacts-somebody">
          <Input
            aria-label={t('contacts.name')}
            maxLength={200}
            placeholder={t('contacts.name')}
            value={fields.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
          <Chips
            label={t('contacts.relation')}
            value={fields.relation}
            options={codes('relations', RELATIONS.slice(1))}
            onChange={(relation) => onChange({ relation })}
          />
        </div>
      )}
    </FormRow>
  )
}
