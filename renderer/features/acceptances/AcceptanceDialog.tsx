import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Acceptance, AcceptanceFields } from '#contract/acceptances'
import type { BookingCause, DialogOf, DialogProps } from '#lib/dialogs'
import { client } from '#lib/client'
import { useWho } from '#lib/student-header'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { SheetDialog } from '#ui/SheetDialog'
import { StudentFinder } from '#ui/StudentFinder'
import { AcceptanceRows } from './AcceptanceRows.tsx'

/** 接案申请: about whom first. */
export function AcceptanceDialog({ request, onClose }: DialogProps<DialogOf<'acceptance'>>) {
  const { t } = useTranslation()
  const [studentId, setStudentId] = useState(request.studentId)
  const { acceptance, settles } = request
  if (!studentId) return <StudentFinder title={t('acceptances.who')} onFound={setStudentId} onClose={onClose} />
  if (acceptance) return <ChangedRequest acceptance={acceptance} onClose={onClose} />
  return <NewRequest studentId={studentId} settles={settles} onClose={onClose} />
}

type NewProps = { studentId: string; settles: BookingCause | undefined; onClose: () => void }
function NewRequest({ studentId, settles, onClose }: NewProps) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const { who } = useWho(studentId)
  const [id] = useState(() => crypto.randomUUID())
  const [empty] = useState((): AcceptanceFields => ({
    askedOn: today,
    source: settles ? ('letter' in settles ? 'self' : 'observation') : 'class-teacher',
    askedBy: '',
    basis: settles && 'letter' in settles ? 'voluntary' : 'brought',
    urgency: 'routine',
    concern: '',
    promises: '',
  }))
  const draft = useDraft('acceptance', studentId, empty)
  const observation = useWrite(client.observations.settle, { invalidates: ['observations', 'students'] })
  const letter = useWrite(client.letters.settle, { invalidates: ['letters', 'students'] })
  const { write, isPending, error } = useWrite(client.acceptances.request, {
    invalidates: ['acceptances', 'students'],
    onSuccess: () => {
      const outcome = 'requested' as const
      if (settles && 'observation' in settles)
        observation.write({ observationId: settles.observation, studentId, outcome, note: '', bookingId: null })
      if (settles && 'letter' in settles)
        letter.write({ letterId: settles.letter, studentId, state: outcome, bookingId: null })
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  const lacks = lacksOf(draft.value)
  return (
    <SheetDialog
      title={t('acceptances.request')}
      who={who}
      width={760}
      verb={t('acceptances.keep')}
      isBusy={isPending}
      isDisabled={lacks !== null || !draft.isReady}
      foot={lacks && t(lacks)}
      onSubmit={() => write({ id, studentId, fields: draft.value })}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <AcceptanceRows fields={draft.value} onChange={draft.change} />
      {error && <ErrorState error={error} what={t(refusalOf(error.data.reason))} isTextSafe />}
    </SheetDialog>
  )
}

function ChangedRequest({ acceptance, onClose }: { acceptance: Acceptance; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: acceptanceId, studentId } = acceptance
  const { who } = useWho(studentId)
  const [written] = useState(() => fieldsOf(acceptance))
  const draft = useDraft('acceptance-change', acceptanceId, written)
  const { write, isPending, error } = useWrite(client.acceptances.update, {
    invalidates: ['acceptances', 'students'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  const lacks = lacksOf(draft.value)
  return (
    <SheetDialog
      title={t('acceptances.change')}
      who={who}
      width={760}
      verb={t('frame.save')}
      isBusy={isPending}
      isDisabled={lacks !== null || !draft.isReady}
      foot={lacks && t(lacks)}
      onSubmit={() => write({ acceptanceId, studentId, fields: draft.value })}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <AcceptanceRows fields={draft.value} onChange={draft.change} />
      {error && <ErrorState error={error} what={t(refusalOf(error.data.reason))} isTextSafe />}
    </SheetDialog>
  )
}

const refusalOf = (reason: string | undefined): string =>
  reason === 'already-asked'
    ? 'acceptances.alreadyAsked'
    : reason === 'declined'
      ? 'acceptances.declined'
      : 'acceptances.keepFailed'
const fieldsOf = (one: Acceptance): AcceptanceFields => ({
  askedOn: one.askedOn,
  source: one.source,
  askedBy: one.askedBy,
  basis: one.basis,
  urgency: one.urgency,
  concern: one.concern,
  promises: one.promises,
})
const lacksOf = ({ source, askedBy, concern }: AcceptanceFields): string | null =>
  source !== 'self' && askedBy.trim() === ''
    ? 'acceptances.lacksBy'
    : concern.trim() === ''
      ? 'acceptances.lacksConcern'
      : null
