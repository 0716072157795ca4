import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DECLINE_CAUSES } from '#contract/entry-tables'
import type { DeclineFields } from '#contract/declines'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { BookedVisits } from './BookedVisits.tsx'
import { bookedQuery } from './queries.ts'

/** 暂不愿意来 (S17): why the student was asked, what was said, and whether a day was agreed on to ask again. */
export function DeclineDialog({ request, onClose }: DialogProps<DialogOf<'decline'>>) {
  const { t } = useTranslation()
  const codes = useCodes()
  const ids = useId()
  const { studentId, decline, because = 'other' } = request
  const { today } = useWorkplace()
  const { who } = useWho(studentId)
  const [id] = useState(() => crypto.randomUUID())
  const [start] = useState((): DeclineFields => ({
    onDay: decline?.onDay ?? today,
    askedBecause: decline?.askedBecause ?? because,
    words: decline?.words ?? '',
    askAgainOn: decline?.askAgainOn ?? null,
  }))
  const draft = useDraft(decline ? 'decline-change' : 'decline', decline?.id ?? studentId, start)
  const fields = draft.value
  const booked = useQuery(bookedQuery(studentId, decline === undefined))
  const [kept, setKept] = useState<string[]>([])
  const written = {
    invalidates: TOUCHED,
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  } as const
  const record = useWrite(client.declines.record, { ...written, onError: () => void booked.refetch() })
  const update = useWrite(client.declines.update, written)
  const error = record.error ?? update.error
  const lacks =
    fields.onDay > today
      ? t('declines.ahead')
      : fields.askAgainOn !== null && fields.askAgainOn <= fields.onDay
        ? t('declines.notAfter')
        : undefined
  const cancels = (booked.data?.visits ?? []).flatMap(({ visitId }) => (kept.includes(visitId) ? [] : visitId))
  const send = () =>
    decline
      ? update.write({ declineId: decline.id, studentId, fields })
      : record.write({ id, studentId, fields, cancels })
  return (
    <SheetDialog
      title={t('declines.title')}
      who={who}
      width={640}
      verb={t(decline ? 'frame.save' : 'declines.keep')}
      isBusy={record.isPending || update.isPending}
      isDisabled={lacks !== undefined || !draft.isReady || booked.isLoading}
      foot={lacks}
      onSubmit={send}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <p className="field-hint">{t('declines.hint')}</p>
      <FormRow label={t('declines.because')}>
        <Chips
          label={t('declines.because')}
          value={fields.askedBecause}
          options={codes('declineCauses', DECLINE_CAUSES)}
          onChange={(askedBecause) => draft.change({ askedBecause })}
        />
      </FormRow>
      <FormRow label={t('declines.onDay')}>
        <DateField
          label={t('declines.onDay')}
          value={fields.onDay}
          onChange={(onDay) => onDay && draft.change({ onDay })}
        />
      </FormRow>
      <FormRow label={t('declines.words')} htmlFor={`${ids}-words`}>
        <Input.TextArea
          id={`${ids}-words`}
          autoFocus
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
          placeholder={t('declines.wordsHint')}
          value={fields.words}
          onChange={(event) => draft.change({ words: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('declines.askAgain')} hint={t('declines.askAgainHint')}>
        <DateField
          label={t('declines.askAgain')}
          value={fields.askAgainOn}
          isClearable
          onChange={(askAgainOn) => draft.change({ askAgainOn })}
        />
      </FormRow>
      <BookedVisits booked={booked.data} kept={kept} onKept={setKept} />
      {error && (
        <ErrorState error={error} what={t(refusals[error.data.reason ?? ''] ?? 'declines.keepFailed')} isTextSafe />
      )}
    </SheetDialog>
  )
}

const TOUCHED = [
  'declines',
  'students',
  'visits',
  'appointments',
  'waits',
  'acceptances',
  'screenings',
  'followups',
  'cases',
  'reviews',
] as const
const refusals: Record<string, string> = {
  'stands-already': 'declines.standsAlready',
  'not-booked': 'declines.bookedChanged',
  'in-crisis': 'declines.bookedChanged',
}
