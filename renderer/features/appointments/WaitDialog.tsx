import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { URGENCIES } from '#contract/code-tables'
import type { Wait, WaitFields } from '#contract/waits'
import { client } from '#lib/client'
import { useMay } from '#lib/rights'
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

type Props = { studentId: string; wait?: Wait; observation?: string; onClose: () => void }
const ANYBODY = ''
/** With the observation whose outcome it is, so that a draft still knows. */
type Form = WaitFields & { observation: string | null }

/** 候约: since when, how urgent, when they could come and whom they would like to see. */
export function WaitDialog({ studentId, wait, observation, onClose }: Props) {
  const { t } = useTranslation()
  const codes = useCodes()
  const may = useMay()
  const ids = useId()
  const { today, accounts } = useWorkplace()
  const { who } = useWho(studentId)
  const about = who ?? (wait ? { name: wait.studentName, facts: wait.className ?? '', tone: 'plain' as const } : null)
  const [id] = useState(() => wait?.id ?? crypto.randomUUID())
  const [empty] = useState<Form>(() => ({
    since: wait?.since ?? today,
    urgency: wait?.urgency ?? 'routine',
    wish: wait?.wish ?? '',
    note: wait?.note ?? '',
    receiverId: wait?.receiverId ?? null,
    observation: observation ?? null,
  }))
  const draft = useDraft('wait', studentId, empty)
  const { observation: begunFrom, ...form } = draft.value
  const outcomeOf = observation ?? begunFrom
  const written = {
    invalidates: ['waits', 'students'] as const,
    onSuccess: () =>
      void draft
        .discard()
        .catch(() => undefined)
        .then(onClose),
  }
  const settle = useWrite(client.observations.settle, { invalidates: ['observations', 'students'] })
  const add = useWrite(client.waits.add, {
    ...written,
    onSuccess: () => {
      if (outcomeOf)
        settle.write({ observationId: outcomeOf, studentId, outcome: 'waiting', note: '', bookingId: null })
      written.onSuccess()
    },
  })
  const update = useWrite(client.waits.update, written)
  const error = add.error ?? update.error
  const receivers = accounts.filter(({ roles }) => roles.includes('counselor'))
  const send = () =>
    wait ? update.write({ waitId: id, studentId, fields: form }) : add.write({ id, studentId, fields: form })
  return (
    <SheetDialog
      title={t(wait ? 'calendar.changeWait' : 'calendar.addWait')}
      who={about}
      width={600}
      verb={t(wait ? 'frame.save' : 'calendar.waitVerb')}
      isBusy={add.isPending || update.isPending}
      isDisabled={!draft.isReady}
      onSubmit={send}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <FormRow label={t('calendar.urgency')}>
        <Chips
          label={t('calendar.urgency')}
          value={form.urgency}
          options={codes('urgencies', URGENCIES)}
          onChange={(urgency) => draft.change({ urgency })}
        />
      </FormRow>
      <FormRow label={t('calendar.since')}>
        <DateField
          label={t('calendar.since')}
          value={form.since}
          onChange={(since) => draft.change({ since: since ?? today })}
        />
      </FormRow>
      <FormRow label={t('calendar.wish')} htmlFor={`${ids}-wish`}>
        <Input
          id={`${ids}-wish`}
          autoFocus
          maxLength={200}
          placeholder={t('calendar.wishHint')}
          value={form.wish}
          onChange={(event) => draft.change({ wish: event.target.value })}
        />
      </FormRow>
      {may('notes.get') && (
        <FormRow label={t('calendar.note')} htmlFor={`${ids}-note`} hint={t('calendar.noteHint')}>
          <Input
            id={`${ids}-note`}
            maxLength={200}
            value={form.note}
            onChange={(event) => draft.change({ note: event.target.value })}
          />
        </FormRow>
      )}
      {receivers.length > 1 && (
        <FormRow label={t('calendar.wished')}>
          <Chips
            label={t('calendar.wished')}
            value={form.receiverId ?? ANYBODY}
            options={[
              { value: ANYBODY, label: t('calendar.anybody') },
              ...receivers.map((one) => ({ value: one.id, label: one.name })),
            ]}
            onChange={(value) => draft.change({ receiverId: value === ANYBODY ? null : value })}
          />
        </FormRow>
      )}
      {error && (
        <ErrorState error={error} what={t(refusals[error.data.reason ?? ''] ?? 'calendar.waitFailed')} isTextSafe />
      )}
    </SheetDialog>
  )
}

const refusals: Record<string, string> = {
  'already-waiting': 'calendar.waitsAlready',
  declined: 'calendar.waitDeclined',
}
