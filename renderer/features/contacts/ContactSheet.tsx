import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '#contract/contacts'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { localNow } from '#lib/format'
import { useMay } from '#lib/rights'
import { useWho } from '#lib/student-header'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { EarlierButton } from '#ui/EarlierButton'
import { ErrorState } from '#ui/ErrorState'
import { SideSheet } from '#ui/SideSheet'
import { StudentFinder } from '#ui/StudentFinder'
import { UnopenedSheet } from '#ui/UnopenedSheet'
import { ContactFacts } from './ContactFacts.tsx'
import { contactQueries } from './queries.ts'

/** One contact as it was written down, and what is done with it next. */
export function ContactSheet({ request, onClose }: DialogProps<DialogOf<'contact-sheet'>>) {
  const { t } = useTranslation()
  const { contactId, studentId } = request
  const { data: contact, error } = useQuery(contactQueries.one(contactId))
  const { who } = useWho(contact?.studentId ?? studentId)
  if (!contact)
    return (
      <UnopenedSheet
        title={t('contacts.contact')}
        who={who}
        studentId={studentId}
        error={error}
        what={t('contacts.openFailed')}
        onClose={onClose}
      />
    )
  return <OpenContact contact={contact} who={who} onClose={onClose} />
}

type Doing = 'find' | 'pass' | 'remove' | null
type Props = { contact: Contact; who: ReturnType<typeof useWho>['who']; onClose: () => void }
function OpenContact({ contact, who, onClose }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const { accounts, me } = useWorkplace()
  const [doing, setDoing] = useState<Doing>(null)
  const { id: contactId, studentId } = contact
  const about = { contactId, studentId }
  const changed = { invalidates: ['contacts', 'students'] } as const
  const settle = useWrite(client.contacts.settle, changed)
  const passOn = useWrite(client.contacts.passOn, { ...changed, onSuccess: () => setDoing(null) })
  const assign = useWrite(client.contacts.assign, { ...changed, onSuccess: () => setDoing(null) })
  const remove = useWrite(client.contacts.remove, { ...changed, onSuccess: onClose })
  const mayWrite = may('contacts.record')
  const isWaiting = contact.replyDue !== null && contact.repliedAt === null
  const others = accounts.filter(({ id, roles }) => id !== me.id && roles.includes('counselor'))
  if (doing === 'find')
    return (
      <StudentFinder
        title={t('contacts.who')}
        onFound={(toStudentId) => assign.write({ ...about, toStudentId })}
        onClose={() => setDoing(null)}
      />
    )
  const answer = () => {
    const { relation, name } = contact
    openDialog({ kind: 'contact', studentId, answersId: contactId, start: { relation, name, kind: contact.kind } })
  }
  return (
    <SideSheet
      title={t('contacts.contact')}
      who={who}
      onClose={onClose}
      foot={
        mayWrite && (
          <>
            {may('contacts.update') && (
              <>
                <Button type="text" onClick={() => setDoing('remove')}>
                  {t('contacts.remove')}
                </Button>
                <Button type="text" onClick={() => openDialog({ kind: 'contact', studentId, contact })}>
                  {t('contacts.edit')}
                </Button>
              </>
            )}
            {studentId === null && <Button onClick={() => setDoing('find')}>{t('contacts.assign')}</Button>}
            {isWaiting && others.length > 0 && <Button onClick={() => setDoing('pass')}>{t('contacts.passOn')}</Button>}
            {isWaiting && (
              <>
                <Button loading={settle.isPending} onClick={() => settle.write({ ...about, at: localNow() })}>
                  {t('contacts.settle')}
                </Button>
                <Button type="primary" onClick={answer}>
                  {t('contacts.callBack')}
                </Button>
              </>
            )}
          </>
        )
      }
    >
      <ContactFacts contact={contact} />
      <EarlierButton record="contact" recordId={contactId} studentId={studentId} />
      {doing === 'pass' && (
        <>
          <h3>{t('contacts.passTo')}</h3>
          <Chips
            label={t('contacts.passTo')}
            value={contact.passedTo?.id ?? null}
            options={others.map(({ id: value, name }) => ({ value, label: name }))}
            onChange={(toId) => passOn.write({ ...about, toId })}
          />
        </>
      )}
      {(settle.error ?? passOn.error ?? assign.error) && (
        <ErrorState error={settle.error ?? passOn.error ?? assign.error} what={t('contacts.failed')} isTextSafe />
      )}
      {doing === 'remove' && (
        <ConfirmDialog
          title={t('contacts.removeContactTitle')}
          verb={t('contacts.remove')}
          reasonLabel={t('contacts.removeReason')}
          isBusy={remove.isPending}
          error={remove.error}
          onConfirm={(reason) => remove.write({ ...about, reason })}
          onCancel={() => setDoing(null)}
        />
      )}
    </SideSheet>
  )
}
