import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { client } from '#lib/client'
import { formatTime } from '#lib/format'
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
import { emptyVisitForm, fieldsOf, needsOpenDoor, receiverFor } from './visit-form.ts'
import type { When } from './visit-form.ts'
import { VisitFacts } from './VisitFacts.tsx'

const WHENS: readonly When[] = ['now', 'earlier', 'booked']

export function RegisterVisit({ studentId, onClose }: { studentId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { me, accounts, school, preferences } = useWorkplace()
  const may = useMay()
  const { who, header } = useWho(studentId)
  const [id] = useState(() => crypto.randomUUID())
  const [empty] = useState(() => emptyVisitForm(receiverFor(me, accounts), school.roomName || t('visits.places.room')))
  const draft = useDraft('visit', studentId, empty)
  const form = draft.value
  const hasDoorRule = needsOpenDoor(
    accounts.find((account) => account.id === form.receiverId),
    header?.student,
  )
  const { writeAsync, isPending, error } = useWrite(client.visits.register, {
    invalidates: ['visits', 'students', 'cases'],
  })
  const taken = useTaken(form.when === 'booked' ? form.at : null, form.receiverId, preferences.sessionMinutes)

  const register = async (goesOn: boolean) => {
    const visit = await writeAsync({ id, studentId, fields: fieldsOf(form, hasDoorRule) }).catch(() => undefined)
    if (!visit) return
    await draft.discard().catch(() => undefined)
    onClose()
    if (goesOn) await navigate(paths.note(visit.id))
  }
  const lacksTime = form.when !== 'now' && !form.at

  return (
    <SheetDialog
      title={t('visits.title')}
      who={who}
      width={880}
      verb={t('visits.register')}
      isBusy={isPending}
      isDisabled={lacksTime || !draft.isReady}
      extra={
        form.when !== 'booked' &&
        form.receiverId === me.id &&
        may('notes.save') && (
          <Button disabled={lacksTime || isPending} onClick={() => void register(true)}>
            {t('visits.registerAndWrite')}
          </Button>
        )
      }
      onSubmit={() => void register(false)}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <FormRow label={t('visits.when')} hint={taken && t('visits.taken', { time: formatTime(taken) })}>
        <div className="form-row-line">
          <Chips
            label={t('visits.when')}
            value={form.when}
            options={WHENS.map((value) => ({ value, label: t(`visits.whens.${value}`) }))}
            onChange={(when) => draft.change({ when })}
          />
          {form.when !== 'now' && (
            <MomentField label={t('visits.time')} value={form.at} onChange={(at) => draft.change({ at })} />
          )}
        </div>
      </FormRow>
      <VisitFacts facts={form} hasDoorRule={hasDoorRule} onChange={draft.change} />
      {error && <ErrorState error={error} what={t('visits.failed')} isTextSafe />}
    </SheetDialog>
  )
}

/** The time of another booking with the same counselor that would overlap; advice only. */
function useTaken(at: string | null, receiverId: string, sessionMinutes: number): string | null {
  const day = at?.slice(0, 10) ?? ''
  const { data: lines = [] } = useQuery({
    queryKey: ['visits', 'day', day],
    queryFn: () => client.visits.listByDay({ day }),
    enabled: day !== '',
  })
  if (!at) return null
  const minutesApart = (other: string) => Math.abs(Date.parse(`${other}Z`) - Date.parse(`${at}Z`)) / 60_000
  const clash = lines.find(
    (line) =>
      line.bookedFor !== null &&
      line.state === 'booked' &&
      line.receiverId === receiverId &&
      minutesApart(line.bookedFor) < sessionMinutes,
  )
  return clash?.bookedFor ?? null
}
