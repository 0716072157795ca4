import './conferences.css'
import { useQuery } from '@tanstack/react-query'
import { Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { weekdayOf } from '#contract/calendar'
import { CONFERENCE_KINDS } from '#contract/contact-tables'
import type { Conference, ConferenceFields } from '#contract/conferences'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { localNow } from '#lib/format'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { MomentField } from '#ui/MomentField'
import { SheetDialog } from '#ui/SheetDialog'
import { AttendeeLines } from './AttendeeLines.tsx'
import { BriefingLinks } from './BriefingLinks.tsx'
import { partsOf } from './parts.ts'
import { conferenceRulesQuery } from './queries.ts'

/** A briefing takes about an hour (S41). */
const BRIEFING_MINUTES = 60
const emptyConference = (kind: ConferenceFields['kind'], at: string, place: string): ConferenceFields => ({
  kind,
  at,
  minutes: kind === 'briefing' ? BRIEFING_MINUTES : null,
  place,
  attendees: [],
  aims: '',
  atHome: '',
  atSchool: '',
  course: '',
  effect: '',
  agreed: '',
  inside: '',
  nextOn: null,
})
const fieldsOf = ({
  id: _id,
  no: _no,
  studentId: _studentId,
  caseId: _caseId,
  caseNo: _caseNo,
  enteredBy: _by,
  enteredAt: _at,
  ...fields
}: Conference): ConferenceFields => fields

/** 家长交流会, 会谈前交流 or 个案研讨, written down while it is held or right after. */
export function ConferenceDialog({ request, onClose }: DialogProps<DialogOf<'conference'>>) {
  const { t } = useTranslation()
  const ids = useId()
  const codes = useCodes()
  const { studentId, caseId, conference, about = 'parents' } = request
  const { school } = useWorkplace()
  const { who, header } = useWho(studentId)
  const [id] = useState(() => crypto.randomUUID())
  const [empty] = useState(() =>
    conference ? fieldsOf(conference) : emptyConference(about, localNow(), school.roomName),
  )
  const draft = useDraft(about === 'briefing' ? 'briefing' : 'conference', conference?.id ?? caseId, empty)
  const fields = draft.value
  const done = {
    invalidates: ['conferences', 'students'] as const,
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  }
  const record = useWrite(client.conferences.record, done)
  const update = useWrite(client.conferences.update, done)
  const error = record.error ?? update.error
  const sent = { ...fields, attendees: fields.attendees.filter(({ name }) => name.trim() !== '') }
  const { data: rules } = useQuery(conferenceRulesQuery)
  const isUnusual =
    fields.kind === 'parents' && !!rules?.weekdays.length && !rules.weekdays.includes(weekdayOf(fields.at))
  const isEmpty = partsOf(fields.kind).every((part) => fields[part].trim() === '')
  const save = () =>
    conference
      ? update.write({ conferenceId: conference.id, studentId, fields: sent })
      : record.write({ id, caseId, studentId, fields: sent })
  return (
    <SheetDialog
      title={t(conference ? 'conferences.change' : 'conferences.record')}
      who={who}
      width={860}
      verb={t('conferences.keep')}
      isBusy={record.isPending || update.isPending}
      isDisabled={isEmpty || !draft.isReady}
      foot={isEmpty ? t('conferences.lacks') : undefined}
      onSubmit={save}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <FormRow label={t('conferences.kind')}>
        <Chips
          label={t('conferences.kind')}
          value={fields.kind}
          options={codes('conferenceKinds', CONFERENCE_KINDS)}
          onChange={(kind) => draft.change({ kind })}
        />
      </FormRow>
      {fields.kind === 'briefing' && (
        <FormRow label={t('conferences.materials')}>
          <BriefingLinks caseId={caseId} />
        </FormRow>
      )}
      <FormRow
        label={t('conferences.at')}
        hint={
          isUnusual &&
          t('conferences.usualDays', {
            days: rules.weekdays.map((day) => t(`conferences.days.${day}`)).join(t('conferences.comma')),
          })
        }
      >
        <div className="form-row-line">
          <MomentField label={t('conferences.at')} value={fields.at} onChange={(at) => at && draft.change({ at })} />
          <InputNumber
            aria-label={t('conferences.minutes')}
            min={0}
            max={600}
            style={{ width: 120 }}
            suffix={t('conferences.minutes')}
            value={fields.minutes}
            onChange={(minutes) => draft.change({ minutes })}
          />
          <Input
            aria-label={t('conferences.place')}
            placeholder={t('conferences.place')}
            style={{ width: 220 }}
            maxLength={200}
            value={fields.place}
            onChange={(event) => draft.change({ place: event.target.value })}
          />
        </div>
      </FormRow>
      <FormRow label={t('conferences.attendees')}>
        <AttendeeLines
          attendees={fields.attendees}
          guardians={fields.kind === 'discussion' ? [] : (header?.student.guardians ?? [])}
          headTeacher={header?.student.headTeacher ?? null}
          onChange={(attendees) => draft.change({ attendees })}
        />
      </FormRow>
      {partsOf(fields.kind).map((part, i) => (
        <FormRow key={part} label={t(`conferences.${fields.kind}.${part}`)} htmlFor={`${ids}-${part}`}>
          <Input.TextArea
            id={`${ids}-${part}`}
            autoFocus={i === 0}
            autoSize={{ minRows: part === 'course' ? 3 : 1, maxRows: 8 }}
            maxLength={4000}
            value={fields[part]}
            onChange={(event) => draft.change({ [part]: event.target.value })}
          />
        </FormRow>
      ))}
      <FormRow label={t('conferences.inside')} htmlFor={`${ids}-inside`} hint={t('conferences.insideHint')}>
        <Input.TextArea
          id={`${ids}-inside`}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={4000}
          value={fields.inside}
          onChange={(event) => draft.change({ inside: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('conferences.nextOn')}>
        <DateField
          label={t('conferences.nextOn')}
          value={fields.nextOn}
          isClearable
          onChange={(nextOn) => draft.change({ nextOn })}
        />
      </FormRow>
      {error && <ErrorState error={error} what={t('conferences.failed')} isTextSafe />}
    </SheetDialog>
  )
}
