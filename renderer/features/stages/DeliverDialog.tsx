import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { STAGE_WAYS } from '#contract/case-tables'
import type { Stage } from '#contract/stages'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { GroundRow } from './GroundRow.tsx'
import { stageQueries } from './queries.ts'
import { ReceiverChips } from './ReceiverChips.tsx'
import { beyondOf } from './stage-form.ts'

/** Who got the family's copy, when and how. */
export function DeliverDialog(props: DialogProps<DialogOf<'stage-deliver'>>) {
  const { t } = useTranslation()
  const { caseId, stageId } = props.request
  const { data, error } = useQuery(stageQueries.ofCase(caseId))
  if (error) return <ErrorState error={error} what={t('stages.openFailed')} />
  const one = data?.stages.find(({ id }) => id === stageId)
  return one ? <DeliverSheet key={one.id} {...props} one={one} declined={data?.declined ?? []} /> : null
}

type Props = DialogProps<DialogOf<'stage-deliver'>> & { one: Stage; declined: Stage['relation'][] }
function DeliverSheet({ request, onClose, one, declined }: Props) {
  const { t } = useTranslation()
  const codes = useCodes()
  const { today } = useWorkplace()
  const { studentId } = request
  const { who } = useWho(studentId)
  const { data: around } = useQuery(stageQueries.persons(studentId))
  const [on, setOn] = useState(one.deliveredOn ?? today)
  const [way, setWay] = useState(one.deliveredWay ?? 'in-person')
  const [to, setTo] = useState({ personId: one.personId, receiver: one.receiver, relation: one.relation })
  const [exceptionGround, setGround] = useState(one.exceptionGround)
  const { write, isPending, error } = useWrite(client.stages.deliver, {
    invalidates: ['stages', 'students'],
    onSuccess: onClose,
  })
  const beyond = beyondOf(
    { ...to, toldTopics: one.toldTopics },
    { persons: around?.persons ?? [], declined: declined.filter((relation) => relation !== null) },
  )
  const missing =
    to.relation === null || (to.receiver.trim() === '' && to.relation !== 'student')
      ? t('stages.lacks.receiver')
      : beyond.length > 0 && exceptionGround === null
        ? t('stages.lacks.ground')
        : on > today
          ? t('stages.ahead')
          : undefined
  return (
    <SheetDialog
      title={t('stages.deliverTitle', { n: one.stage })}
      who={who}
      width={760}
      verb={t('stages.deliverVerb')}
      isBusy={isPending}
      isDisabled={missing !== undefined || !around}
      foot={missing}
      onSubmit={() => write({ stageId: one.id, studentId, on, way, to, exceptionGround })}
      onClose={onClose}
    >
      <FormRow label={t('stages.on')}>
        <DateField label={t('stages.on')} value={on} hasError={on > today} onChange={(day) => day && setOn(day)} />
      </FormRow>
      <FormRow label={t('stages.to')}>
        <ReceiverChips label={t('stages.to')} value={to} persons={around?.persons ?? []} onChange={setTo} />
      </FormRow>
      <GroundRow beyond={beyond} value={exceptionGround} onChange={setGround} />
      <FormRow label={t('stages.way')}>
        <Chips label={t('stages.way')} value={way} options={codes('stageWays', STAGE_WAYS)} onChange={setWay} />
      </FormRow>
      {error && <ErrorState error={error} what={t('stages.deliverFailed')} isTextSafe />}
    </SheetDialog>
  )
}
