import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addMinutes, minutesBetween } from '#contract/calendar'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { PlaceRow } from './PlaceRow.tsx'
import { SlotRows } from './SlotRows.tsx'
import { useSlotCheck } from './use-slot.ts'

type Form = {
  at: string | null
  minutes: number
  overReason: string
  receiverId: string
  place: string
  scope: 'one' | 'following'
}

/** 改时间: another time, length, place or receiver of a booking. */
export function RebookDialog({ request, onClose }: DialogProps<DialogOf<'rebook'>>) {
  const { t } = useTranslation()
  const { line } = request
  const { visitId, studentId } = line
  const { accounts } = useWorkplace()
  const { who } = useWho(studentId)
  const about = who ?? { name: line.studentName, facts: line.className ?? '', tone: 'plain' as const }
  const [form, setForm] = useState<Form>({
    at: line.from,
    minutes: minutesBetween(line.from, line.until),
    overReason: line.overReason,
    receiverId: line.receiverId,
    place: line.place,
    scope: 'one',
  })
  const change = (part: Partial<Form>) => setForm({ ...form, ...part })
  const { at, minutes, overReason, receiverId, place, scope } = form
  const slot = { visitId, studentId, receiverId, place, at, minutes }
  const { findings, weight } = useSlotCheck(slot, true)
  const { write, isPending, error } = useWrite(client.appointments.move, {
    invalidates: ['appointments', 'visits', 'students'],
    onSuccess: onClose,
  })
  const receivers = accounts.filter(({ id, roles }) => id === line.receiverId || roles.includes('counselor'))
  const lacksReason = weight === 'asks' && overReason.trim() === ''
  return (
    <SheetDialog
      title={t('visits.rebook')}
      who={about}
      width={760}
      verb={t('visits.rebookVerb')}
      isBusy={isPending}
      isDisabled={at === null || weight === 'refuses' || lacksReason}
      foot={lacksReason ? t('visits.lacksReason') : undefined}
      onSubmit={() => {
        if (at)
          write({
            visitId,
            studentId,
            from: at,
            until: addMinutes(at, minutes),
            receiverId,
            place,
            overReason: weight === 'asks' ? overReason.trim() : '',
            scope,
          })
      }}
      onClose={onClose}
    >
      <SlotRows slot={slot} overReason={overReason} findings={findings} onChange={change} />
      {line.seriesId !== null && (
        <FormRow label={t('visits.scope')}>
          <Chips
            label={t('visits.scope')}
            value={scope}
            options={(['one', 'following'] as const).map((value) => ({ value, label: t(`visits.scopes.${value}`) }))}
            onChange={(to) => change({ scope: to })}
          />
        </FormRow>
      )}
      <PlaceRow place={place} onChange={(to) => change({ place: to })} />
      {receivers.length > 1 && (
        <FormRow label={t('visits.receiver')}>
          <Chips
            label={t('visits.receiver')}
            value={receiverId}
            options={receivers.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(to) => change({ receiverId: to })}
          />
        </FormRow>
      )}
      {error && <ErrorState error={error} what={t('visits.rebookFailed')} isTextSafe />}
    </SheetDialog>
  )
}
