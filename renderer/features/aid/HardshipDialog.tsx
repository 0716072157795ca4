import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { DateField } from '#ui/DateField'
import { EarlierButton } from '#ui/EarlierButton'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'

/** Hard times at home: since when, and a word about it. */
export function HardshipDialog({ request, onClose }: DialogProps<DialogOf<'hardship'>>) {
  const { t } = useTranslation()
  const id = useId()
  const { studentId, hardship } = request
  const { today } = useWorkplace()
  const { who } = useWho(studentId)
  const [start] = useState(() =>
    hardship && hardship.endedOn === null
      ? { since: hardship.since, note: hardship.note }
      : { since: today, note: hardship?.note ?? '' },
  )
  const draft = useDraft('hardship', studentId, start)
  const { since, note } = draft.value
  const mark = useWrite(client.aid.mark, {
    invalidates: ['aid', 'students'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  return (
    <SheetDialog
      title={t('aid.markTitle')}
      who={who}
      verb={t('aid.keepMark')}
      isBusy={mark.isPending}
      isDisabled={!draft.isReady}
      onSubmit={() => mark.write({ studentId, fields: { since, note: note.trim() } })}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <FormRow label={t('aid.sinceLabel')}>
        <DateField
          label={t('aid.sinceLabel')}
          value={since}
          onChange={(day) => day !== null && draft.change({ since: day })}
        />
      </FormRow>
      <FormRow label={t('aid.note')} htmlFor={id} hint={t('aid.noteHint')}>
        <Input.TextArea
          id={id}
          autoFocus
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={1000}
          value={note}
          onChange={(event) => draft.change({ note: event.target.value })}
        />
      </FormRow>
      {hardship && <EarlierButton record="hardship" recordId={studentId} studentId={studentId} />}
      {mark.error && <ErrorState error={mark.error} what={t('aid.failed')} isTextSafe />}
    </SheetDialog>
  )
}
