import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SupportPerson } from '#contract/contacts'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { maskPhone } from '#lib/format'
import { useWrite } from '#lib/use-write'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { ErrorState } from '#ui/ErrorState'
import { Tag } from '#ui/Tag'
import { MayKnowLine } from './MayKnowLine.tsx'
import { contactQueries } from './queries.ts'

/** 重要他人, each with the number and with what was agreed. */
export function PersonsPart({ studentId, mayWrite }: { studentId: string; mayWrite: boolean }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(contactQueries.persons(studentId))
  const [leaving, setLeaving] = useState<SupportPerson | null>(null)
  const changed = { invalidates: ['contacts'] } as const
  const bringIn = useWrite(client.contacts.bringIn, changed)
  const remove = useWrite(client.contacts.removePerson, { ...changed, onSuccess: () => setLeaving(null) })
  if (error) return <ErrorState error={error} what={t('contacts.personsFailed')} onRetry={() => void refetch()} />
  if (!data) return null
  return (
    <div className="contacts-persons">
      {data.persons.map((person) => (
        <div className="contacts-person" key={person.id}>
          <div className="contacts-person-name">
            <strong>{person.name}</strong> <span>{t(`codes.relations.${person.relation}`)}</span>
          </div>
          <PhoneNumber phone={person.phone} />
          <div className="contacts-person-knows">
            <MayKnowLine person={person} />
          </div>
          <div className="contacts-person-side">
            {person.confirmedAt !== null && (
              <Tag tone="green" title={t('contacts.confirmedBy', { by: person.confirmedBy })}>
                {t('contacts.isConfirmed')}
              </Tag>
            )}
          </div>
          {mayWrite && (
            <>
              <div className="contacts-person-side">
                <Button size="small" type="text" onClick={() => setLeaving(person)}>
                  {t('contacts.removePerson')}
                </Button>
              </div>
              <div className="contacts-person-side">
                <Button size="small" block onClick={() => openDialog({ kind: 'person', studentId, person })}>
                  {t(person.confirmedAt === null ? 'contacts.check' : 'contacts.edit')}
                </Button>
              </div>
            </>
          )}
        </div>
      ))}
      {mayWrite && (
        <div className="form-row-line">
          {data.known.length > 0 && (
            <Button size="small" loading={bringIn.isPending} onClick={() => bringIn.write({ studentId })}>
              {t('contacts.bringIn', { names: data.known.map(({ name }) => name).join(t('contacts.comma')) })}
            </Button>
          )}
          <Button size="small" type="text" onClick={() => openDialog({ kind: 'person', studentId })}>
            {t('contacts.addPerson')}
          </Button>
        </div>
      )}
      {leaving && (
        <ConfirmDialog
          title={t('contacts.removeTitle', { name: leaving.name })}
          verb={t('contacts.removePerson')}
          reasonLabel={t('contacts.removeReason')}
          isBusy={remove.isPending}
          error={remove.error}
          onConfirm={(reason) => remove.write({ personId: leaving.id, studentId, reason })}
          onCancel={() => setLeaving(null)}
        />
      )}
    </div>
  )
}

/** Covered until it is asked for. */
function PhoneNumber({ phone }: { phone: string }) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  if (phone === '') return <span className="contacts-number field-hint">{t('contacts.noPhone')}</span>
  return isShown ? (
    <span className="contacts-number">{phone}</span>
  ) : (
    <button
      type="button"
      className="contacts-number text-button"
      title={t('contacts.showPhone')}
      onClick={() => setShown(true)}
    >
      {maskPhone(phone)}
    </button>
  )
}
