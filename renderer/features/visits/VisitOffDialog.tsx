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
  const [state, setState] = useState<(typeof STATES)[number]>(request.state ?? 'no-show')
  const [scope, setScope] = useState<'one' | 'following'>('one')
  const [reason, setReason] = useState('')
  const written = { invalidates: ['visits', 'students', 'appointments'], onSuccess: onClose } as const
  const one = useWrite(client.visits.cancel, written)
  const following = useWrite(client.appointments.cancelFollowing, written)
  const isPending = one.isPending || following.isPending
  const error = one.error ?? following.error
  const { visitId, studentId } = request
  const withAll = state === 'cancelled' && scope === 'following'
  const send = () =>
    withAll
      ? following.write({ visitId, studentId, reason: reason.trim() })
      : one.write({ visitId, studentId, state, reason: reason.trim() })
  return (
    <SheetDialog
      title={t('visits.off')}
      who={who}
      width={520}
      verb={t('frame.save')}
      isBusy={isPending}
      isDisabled={reason.trim() === ''}
      foot={reason.trim() === '' ? t('visits.lacksReason') : undefined}
      onSubmit={send}
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
      {request.isSeries && state === 'cancelled' && (
        <FormRow label={t('visits.scope')}>
          <Chips
            label={t('visits.scope')}
            value={scope}
            options={(['one', 'following'] as const).map((value) => ({ value, label: t(`visits.scopes.${value}`) }))}
            onChange={setScope}
          />
        </FormRow>
      )}
      <FormRow label={t('visits.reason')} htmlFor={id}>
        <Input id={id} autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </FormRow>
      {error && <ErrorState error={error} what={t('visits.saveFailed')} isTextSafe />}
    </SheetDialog>
  )
}
