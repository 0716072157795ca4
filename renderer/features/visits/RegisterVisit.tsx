import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { client } from '#lib/client'
import type { BookingCause, BookingSlot } from '#lib/dialogs'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWho } from '#lib/student-header'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { MomentField } from '#ui/MomentField'
import { SheetDialog } from '#ui/SheetDialog'
import { BookedSeries } from './BookedSeries.tsx'
import type { Booked } from './BookedSeries.tsx'
import { RepeatRow } from './RepeatRow.tsx'
import { SlotRows } from './SlotRows.tsx'
import { useSlotCheck } from './use-slot.ts'
import { bookingOf, emptyVisitForm, fieldsOf, needsOpenDoor, receiverFor } from './visit-form.ts'
import type { VisitForm, When } from './visit-form.ts'
import { settleBy } from './settle-by.ts'
import { VisitFacts } from './VisitFacts.tsx'

const WHENS: readonly When[] = ['now', 'earlier', 'booked']
type Props = { studentId: string; slot?: BookingSlot; settles?: BookingCause; onClose: () => void }

/** 来访登记, or 预约 when a time was chosen in the calendar. */
export function RegisterVisit({ studentId, slot, settles, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { me, accounts, school, preferences } = useWorkplace()
  const may = useMay()
  const { who, header } = useWho(studentId)
  const [id] = useState(() => crypto.randomUUID())
  const place = school.roomName || t('visits.places.room')
  const [empty] = useState(() => emptyVisitForm(receiverFor(me, accounts), place, preferences.sessionMinutes, slot))
  const draft = useDraft('visit', studentId, empty)
  // A time chosen in the calendar, or that it is a booking, goes before what an earlier draft of this form holds.
  const [chosen, setChosen] = useState<Partial<VisitForm>>(() =>
    slot
      ? { when: empty.when, at: empty.at, minutes: empty.minutes, receiverId: empty.receiverId }
      : settles
        ? { when: 'booked' }
        : {},
  )
  const isAhead = slot !== undefined && empty.when === 'booked'
  const form = { ...draft.value, ...chosen }
  const change = (part: Partial<VisitForm>) => {
    const kept = { ...chosen, ...part }
    if (slot || settles) setChosen(kept)
    draft.change(kept)
  }
  const hasDoorRule = needsOpenDoor(
    accounts.find((account) => account.id === form.receiverId),
    header?.student,
  )
  const [booked, setBooked] = useState<Booked | null>(null)
  const written = { invalidates: ['visits', 'students', 'cases', 'appointments', 'waits'] } as const
  const register = useWrite(client.visits.register, written)
  const book = useWrite(client.appointments.book, written)
  const isBooking = form.when === 'booked'
  const about = { visitId: null, studentId, receiverId: form.receiverId, place: form.place }
  const { findings, weight } = useSlotCheck({ ...about, at: form.at, minutes: form.minutes }, isBooking)
  const lacks =
    form.when !== 'now' && !form.at ? 'time' : weight === 'asks' && form.overReason.trim() === '' ? 'reason' : null

  const send = async (goesOn: boolean) => {
    const fields = fieldsOf(form, hasDoorRule)
    const done = isBooking
      ? await book
          .writeAsync({ id, studentId, fields, ...bookingOf(form), waitId: slot?.waitId ?? null })
          .catch(() => undefined)
      : await register.writeAsync({ id, studentId, fields }).catch(() => undefined)
    if (!done) return
    if (settles) await settleBy(settles, studentId, id).catch(() => undefined)
    await draft.discard().catch(() => undefined)
    if ('skipped' in done && done.skipped.length > 0) return setBooked(done)
    onClose()
    if (goesOn) await navigate(paths.note(id))
  }
  if (booked) return <BookedSeries booked={booked} who={who} onClose={onClose} />
  const isPending = register.isPending || book.isPending
  const error = isBooking ? book.error : register.error

  return (
    <SheetDialog
      title={t(isAhead ? 'visits.booking' : 'visits.title')}
      who={who}
      width={880}
      verb={t(isBooking ? 'visits.book' : 'visits.register')}
      isBusy={isPending}
      isDisabled={lacks !== null || weight === 'refuses' || !draft.isReady}
      foot={isBooking && lacks === 'reason' ? t('visits.lacksReason') : undefined}
      extra={
        !isBooking &&
        form.receiverId === me.id &&
        may('notes.save') && (
          <Button disabled={lacks !== null || isPending} onClick={() => void send(true)}>
            {t('visits.registerAndWrite')}
          </Button>
        )
      }
      onSubmit={() => void send(false)}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      {!isAhead && (
        <FormRow label={t('visits.when')}>
          <div className="form-row-line">
            <Chips
              label={t('visits.when')}
              value={form.when}
              options={WHENS.map((value) => ({ value, label: t(`visits.whens.${value}`) }))}
              onChange={(when) => change({ when })}
            />
            {form.when === 'earlier' && (
              <MomentField label={t('visits.time')} value={form.at} onChange={(at) => change({ at })} />
            )}
          </div>
        </FormRow>
      )}
      {isBooking && (
        <>
          <SlotRows
            slot={{ ...about, at: form.at, minutes: form.minutes }}
            overReason={form.overReason}
            findings={findings}
            onChange={change}
          />
          <RepeatRow everyWeeks={form.everyWeeks} times={form.times} at={form.at} onChange={change} />
        </>
      )}
      <VisitFacts facts={form} hasDoorRule={hasDoorRule} onChange={change} />
      {error && <ErrorState error={error} what={t(isBooking ? 'visits.bookingFailed' : 'visits.failed')} isTextSafe />}
    </SheetDialog>
  )
}
