import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useWrite } from '#lib/use-write'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'

const STATES = ['no-show', 'cancelled'] as const

/** A booking that did not happen, with its reason. */
export function VisitOffDialog({ request, onClose }: DialogProps<DialogOf<'visit-off'>>) {
  const { t } = useTranslation()
  const id = useId()
  const { who } = useWho(request.studentId)
  const [state, setState] = useState<(typeof STATES)[number]>('no-show')
  const [reason, setReason] = useState('')
  const { write, isPending, error } = useWrite(client.visits.cancel, {
    invalidates: ['visits', 'students'],
    onSuccess: onClose,
  })
  return (
    <SheetDialog
      title={t('visits.off')}
      who={who}
      width={520}
      verb={t('frame.save')}
      isBusy={isPending}
      isDisabled={reason.trim() === ''}
      foot={reason.trim() === '' ? t('visits.lacksReason') : undefined}
      onSubmit={() => write({ visitId: request.visitId, studentId: request.studentId, state, reason: reason.trim() })}
      onClose={onClose}
    >
      <FormRow label={t('visits.what')}>
        <Chips
          label={t('visits.what')}
          value={state}
          options={STATES.map((value) => ({ value, label: t(`codes.visitStates.${value}`) }))}
          onChange={setState}
        />
      </FormRow>
      <FormRow label={t('visits.reason')} htmlFor={id}>
        <Input id={id} autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </FormRow>
      {error && <ErrorState error={error} what={t('visits.saveFailed')} isTextSafe />}
    </SheetDialog>
  )
}
