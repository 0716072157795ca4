import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agreedThen, replyDueOf, toldBeyond } from '#contract/contact-rules'
import type { DraftKey } from '#contract/draft-forms'
import type { ContactFields } from '#contract/contacts'
import { client } from '#lib/client'
import { useContactRules } from '#lib/contact-rules'
import type { DialogOf } from '#lib/dialogs'
import { localNow } from '#lib/format'
import { useMay } from '#lib/rights'
import { useWho } from '#lib/student-header'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { whoseQuery } from '#lib/whose'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { ContactFactsRows } from './ContactFactsRows.tsx'
import { emptyContact, fieldsOfContact, sentContact } from './contact-form.ts'
import { contactQueries } from './queries.ts'
import { ReplyRows } from './ReplyRows.tsx'
import { ToldRows } from './ToldRows.tsx'
import { WithWhom } from './WithWhom.tsx'

type Props = { request: DialogOf<'contact'>; studentId: string | null; onClose: () => void }

/** One call, message or talk, while it is written down. */
export function NewContact({ request, studentId, onClose }: Props) {
  const { t } = useTranslation()
  const ids = useId()
  const may = useMay()
  const rules = useContactRules()
  const { contact } = request
  const { who } = useWho(studentId)
  const [id] = useState(() => crypto.randomUUID())
  const [empty] = useState(() =>
    contact
      ? fieldsOfContact(contact)
      : emptyContact({ now: localNow(), isAnswer: request.answersId !== undefined, ...request.start }),
  )
  const mayRead = may('contacts.persons') && studentId !== null
  const { data: whose } = useQuery({
    ...whoseQuery({ subject: 'student', id: studentId ?? '' }),
    enabled: mayRead,
  })
  const mayTell = mayRead && whose?.mayWrite === true
  const [form, subjectId] = draftOf(request, studentId)
  const draft = useDraft(form, subjectId, empty)
  const fields = draft.value
  const { data } = useQuery({ ...contactQueries.persons(studentId ?? ''), enabled: mayRead && whose?.mayRead === true })
  const person = data?.persons.find((one) => one.id === fields.personId)
  const isOff = contact !== undefined && contact.personId === fields.personId && data !== undefined && !person
  const agreed = person?.mayKnow ?? (isOff ? agreedThen(contact) : [])
  const beyond = toldBeyond(fields.relation, agreed, fields.toldTopics)
  const done = {
    invalidates: ['contacts', 'students'] as const,
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  }
  const record = useWrite(client.contacts.record, done)
  const update = useWrite(client.contacts.update, done)
  const error = record.error ?? update.error
  const send = () =>
    contact
      ? update.write({ contactId: contact.id, studentId, fields: sentContact(fields) })
      : record.write({ id, studentId, answersId: request.answersId ?? null, fields: sentContact(fields) })
  const lacks = lackOf(fields, beyond.length > 0, replyDueOf(rules, fields.kind, fields.at))
  const change = (part: Partial<ContactFields>) => draft.change(part)
  return (
    <SheetDialog
      title={t(contact ? 'contacts.change' : request.answersId ? 'contacts.answerTitle' : 'contacts.record')}
      who={who}
      width={880}
      verb={t('contacts.keep')}
      isBusy={record.isPending || update.isPending}
      isDisabled={lacks !== null || !draft.isReady}
      foot={lacks ? t(`contacts.lacks.${lacks}`) : undefined}
      onSubmit={send}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      {studentId === null && <p className="contacts-nobody">{t('contacts.aboutNobody')}</p>}
      <WithWhom fields={fields} persons={data?.persons ?? []} known={data?.known ?? []} onChange={change} />
      <ContactFactsRows fields={fields} onChange={change} />
      {fields.outcome === 'reached' && (
        <>
          <FormRow label={t('contacts.summary')} htmlFor={`${ids}-summary`}>
            <Input.TextArea
              id={`${ids}-summary`}
              autoFocus
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={4000}
              placeholder={t('contacts.summaryHint')}
              value={fields.summary}
              onChange={(event) => change({ summary: event.target.value })}
            />
          </FormRow>
          {mayTell && fields.relation !== 'student' && (
            <ToldRows fields={fields} person={person} beyond={beyond} onChange={change} />
          )}
        </>
      )}
      <ReplyRows fields={fields} rules={rules} onChange={change} />
      {error && <ErrorState error={error} what={t('contacts.failed')} isTextSafe />}
    </SheetDialog>
  )
}

/** What was begun as the answer to one unknown caller never comes back in the answer to another. */
function draftOf({ contact, answersId }: DialogOf<'contact'>, studentId: string | null): [form: DraftKey, id: string] {
  if (contact) return ['contact-change', contact.id]
  if (studentId === null && answersId) return ['contact-answer', answersId]
  return ['contact', studentId ?? '']
}

type Lack = 'name' | 'topic' | 'ground' | 'reason'
function lackOf(fields: ContactFields, isBeyond: boolean, rule: string): Lack | null {
  if (fields.name.trim() === '' && fields.personId === null && fields.relation !== 'student') return 'name'
  if (fields.relation !== 'student' && fields.told.trim() !== '' && fields.toldTopics.length === 0) return 'topic'
  if (isBeyond && fields.exceptionGround === null) return 'ground'
  const isLater = fields.awaitsReply && fields.replyDue !== null && fields.replyDue > rule
  return isLater && fields.dueReason.trim() === '' ? 'reason' : null
}
