import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit, VisitFields } from '#contract/visits'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useWrite } from '#lib/use-write'
import { whoseQuery } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { EarlierButton } from '#ui/EarlierButton'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { MomentField } from '#ui/MomentField'
import { SheetDialog } from '#ui/SheetDialog'
import { needsOpenDoor } from './visit-form.ts'
import { VisitFacts } from './VisitFacts.tsx'

type Props = DialogProps<DialogOf<'visit-facts'>>

/** Facts and times of a visit that is registered already. */
export function VisitFactsDialog({ request, onClose }: Props) {
  const { visitId } = request
  const { data: visit } = useQuery({
    queryKey: ['visits', 'one', visitId],
    queryFn: () => client.visits.get({ visitId }),
  })
  return visit ? <EditVisit visit={visit} onClose={onClose} /> : null
}

const TIMES = ['bookedFor', 'arrivedAt', 'endedAt'] as const

function EditVisit({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const { t } = useTranslation()
  const { accounts, me } = useWorkplace()
  const { data: whose } = useQuery(whoseQuery({ subject: 'visit', id: visit.id }))
  const isUnwritten = visit.noteState === 'none'
  const isDesk = me.roles.includes('duty') && visit.arrivedAt === null
  const mayMove = whose?.mayWrite || (isUnwritten && (isDesk || me.roles.includes('director')))
  const { who, header } = useWho(visit.studentId)
  const [changes, setChanges] = useState<Partial<VisitFields>>({})
  const facts = { ...visit, ...changes }
  const hasDoorRule = needsOpenDoor(
    accounts.find((account) => account.id === facts.receiverId),
    header?.student,
  )
  const { write, isPending, error } = useWrite(client.visits.update, {
    invalidates: ['visits', 'students'],
    onSuccess: onClose,
  })
  const change = (part: Partial<VisitFields>) => setChanges({ ...changes, ...part })
  const endsBeforeStart = Boolean(facts.endedAt && facts.arrivedAt && facts.endedAt < facts.arrivedAt)
  const lacksTime = !facts.bookedFor && !facts.arrivedAt
  const lacksArrival = Boolean(facts.endedAt) && !facts.arrivedAt

  return (
    <SheetDialog
      title={t('visits.factsOf', { no: visit.no })}
      who={who}
      width={880}
      verb={t('frame.save')}
      isBusy={isPending}
      isDisabled={endsBeforeStart || lacksTime || lacksArrival || Object.keys(changes).length === 0}
      extra={
        Object.keys(changes).length === 0 && (
          <EarlierButton record="visit" recordId={visit.id} studentId={visit.studentId} />
        )
      }
      onSubmit={() => write({ visitId: visit.id, studentId: visit.studentId, fields: changes })}
      onClose={onClose}
    >
      <FormRow
        label={t('visits.when')}
        error={endsBeforeStart ? t('visits.endsBeforeStart') : lacksTime || lacksArrival ? t('visits.noTime') : null}
      >
        <div className="form-row-line">
          {TIMES.map((time) => (
            <span key={time} className="form-row-pair">
              {t(`visits.times.${time}`)}{' '}
              <MomentField
                label={t(`visits.times.${time}`)}
                value={facts[time]}
                isClearable
                onChange={(at) => change({ [time]: at })}
              />
            </span>
          ))}
        </div>
      </FormRow>
      <VisitFacts facts={facts} hasDoorRule={hasDoorRule} isReceiverFixed={!mayMove} onChange={change} />
      {error && <ErrorState error={error} what={t('visits.saveFailed')} isTextSafe />}
    </SheetDialog>
  )
}
