import './contacts.css'
import { Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAY_KNOW, RELATIONS } from '#contract/contact-tables'
import type { MayKnow, Relation } from '#contract/contact-tables'
import type { PersonFields } from '#contract/contacts'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { Chips } from '#ui/Chips'
import { EarlierButton } from '#ui/EarlierButton'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'

type Form = PersonFields & { isConfirmed: boolean }
const CHOICES = RELATIONS.filter((one): one is Exclude<Relation, 'student'> => one !== 'student')

/** 重要他人: who it is, the number, and what this person may know as agreed with the student. */
export function PersonDialog({ request, onClose }: DialogProps<DialogOf<'person'>>) {
  const { t } = useTranslation()
  const ids = useId()
  const codes = useCodes()
  const { studentId, person } = request
  const { who } = useWho(studentId)
  const [id] = useState(() => crypto.randomUUID())
  const [empty] = useState((): Form => ({
    name: person?.name ?? '',
    relation: person?.relation ?? 'mother',
    phone: person?.phone ?? '',
    mayKnow: person?.mayKnow ?? [],
    note: person?.note ?? '',
    isConfirmed: person?.confirmedAt != null,
  }))
  const draft = useDraft('person', person?.id ?? studentId, empty)
  const { isConfirmed, ...fields } = draft.value
  const done = {
    invalidates: ['contacts', 'students'] as const,
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  }
  const add = useWrite(client.contacts.addPerson, done)
  const change = useWrite(client.contacts.changePerson, done)
  const error = add.error ?? change.error
  /** Nothing stands alone; another number has to be confirmed anew. */
  const agree = (mayKnow: MayKnow[]) => {
    const isNothing = mayKnow.at(-1) === 'nothing'
    draft.change({ mayKnow: isNothing ? ['nothing'] : mayKnow.filter((topic) => topic !== 'nothing') })
  }
  const save = () =>
    person
      ? change.write({ personId: person.id, studentId, fields, isConfirmed })
      : add.write({ id, studentId, fields, isConfirmed })
  const isNameless = fields.name.trim() === ''
  return (
    <SheetDialog
      title={t(person ? 'contacts.changePerson' : 'contacts.addPerson')}
      who={who}
      width={680}
      verb={t('frame.save')}
      extra={person && <EarlierButton record="person" recordId={person.id} studentId={studentId} />}
      isBusy={add.isPending || change.isPending}
      isDisabled={isNameless || !draft.isReady}
      foot={isNameless ? t('contacts.lacks.name') : undefined}
      onSubmit={save}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <FormRow label={t('contacts.relation')}>
        <Chips
          label={t('contacts.relation')}
          value={fields.relation}
          options={codes('relations', CHOICES)}
          onChange={(relation) => draft.change({ relation })}
        />
      </FormRow>
      <FormRow label={t('contacts.name')} htmlFor={`${ids}-name`}>
        <Input
          id={`${ids}-name`}
          autoFocus
          maxLength={200}
          value={fields.name}
          onChange={(event) => draft.change({ name: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('contacts.phone')} htmlFor={`${ids}-phone`}>
        <Input
          id={`${ids}-phone`}
          maxLength={200}
          value={fields.phone}
          onChange={(event) => draft.change({ phone: event.target.value, isConfirmed: false })}
        />
      </FormRow>
      <FormRow label={t('contacts.mayKnowLabel')} hint={t('contacts.mayKnowHint')}>
        <Chips
          label={t('contacts.mayKnowLabel')}
          isMultiple
          value={fields.mayKnow}
          options={codes('mayKnow', MAY_KNOW)}
          onChange={agree}
        />
      </FormRow>
      <FormRow label={t('contacts.note')} htmlFor={`${ids}-note`}>
        <Input.TextArea
          id={`${ids}-note`}
          autoSize={{ minRows: 1, maxRows: 5 }}
          maxLength={1000}
          placeholder={t('contacts.noteHint')}
          value={fields.note}
          onChange={(event) => draft.change({ note: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('contacts.confirm')} hint={t('contacts.confirmHint')}>
        <Checkbox checked={isConfirmed} onChange={(event) => draft.change({ isConfirmed: event.target.checked })}>
          {t('contacts.confirmed')}
        </Checkbox>
      </FormRow>
      {error && <ErrorState error={error} what={t('contacts.failed')} isTextSafe />}
    </SheetDialog>
  )
}
