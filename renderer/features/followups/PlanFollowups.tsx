import './followups.css'
import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '#contract/calendar'
import { FOLLOWUP_BASES, FOLLOWUP_CAUSES, type FollowupCause } from '#contract/case-tables'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { formatDay } from '#lib/format'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useStepName } from '#lib/use-step-name'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { dayAfter, inOrder } from './ladder-steps.ts'
import { followupQueries } from './queries.ts'

/** A ladder of days after a visit, a crisis or the end, with what it rests on (S17, S35). */
export function PlanFollowups({ request, onClose }: DialogProps<DialogOf<'followup-plan'>>) {
  const { t } = useTranslation()
  const codes = useCodes()
  const stepName = useStepName()
  const { studentId, caseId } = request
  const { today } = useWorkplace()
  const { who, header } = useWho(studentId)
  const { data: rules } = useQuery(followupQueries.rules())
  const [cause, setCause] = useState<FollowupCause | null>(request.cause ?? null)
  const [basis, setBasis] = useState<(typeof FOLLOWUP_BASES)[number] | null>(
    request.cause === 'crisis' ? 'crisis' : null,
  )
  const [from, setFrom] = useState(today)
  const [chosen, setChosen] = useState(0)
  const [own, setOwn] = useState<number[] | null>(null)
  const ladders = (rules?.ladders ?? []).filter((ladder) => ladder.cause === cause)
  const days = own ?? ladders[chosen]?.days ?? []
  const { write, isPending, error } = useWrite(client.followups.plan, {
    invalidates: ['followups', 'cases', 'students'],
    onSuccess: onClose,
  })
  const missing =
    cause === null
      ? t('followups.lacksCause')
      : basis === null
        ? t('followups.lacksBasis')
        : days.length === 0
          ? t('followups.lacksSteps')
          : undefined
  const send = () => {
    if (cause === null || basis === null || missing) return
    const steps = days.map((day) => ({ id: crypto.randomUUID(), days: day }))
    write({ caseId, studentId, cause, basis, from, steps })
  }
  const choose = (value: FollowupCause) => {
    setCause(value)
    setChosen(0)
    setOwn(null)
    if (value === 'crisis' && basis === null) setBasis('crisis')
  }
  return (
    <SheetDialog
      title={t('followups.planTitle')}
      who={who}
      width={680}
      verb={t('followups.planVerb', { n: days.length })}
      isBusy={isPending}
      isDisabled={missing !== undefined}
      foot={missing}
      onSubmit={send}
      onClose={onClose}
    >
      <FormRow label={t('followups.cause')}>
        <Chips
          label={t('followups.cause')}
          value={cause}
          options={codes('followupCauses', FOLLOWUP_CAUSES)}
          onChange={choose}
        />
      </FormRow>
      <FormRow
        label={t('followups.basis')}
        hint={t(header?.decline ? 'followups.declinesHint' : 'followups.basisHint')}
      >
        <Chips
          label={t('followups.basis')}
          value={basis}
          options={[
            { value: 'agreed' as const, label: t('followups.agreedTick') },
            ...(header ? codes('followupBases', ['crisis'] as const) : []),
          ]}
          onChange={setBasis}
        />
      </FormRow>
      <FormRow label={t('followups.from')}>
        <DateField label={t('followups.from')} value={from} onChange={(day) => day && setFrom(day)} />
      </FormRow>
      {cause !== null && (
        <FormRow label={t('followups.ladder')}>
          <Chips
            label={t('followups.ladder')}
            value={own ? -1 : chosen}
            options={[
              ...ladders.map((ladder, index) => ({
                value: index,
                label:
                  ladder.name || t('followups.ladderName', { n: ladder.days.length, last: ladder.days.at(-1) ?? 0 }),
              })),
              { value: -1, label: t('followups.custom') },
            ]}
            onChange={(index) => {
              setOwn(index === -1 ? days : null)
              if (index !== -1) setChosen(index)
            }}
          />
        </FormRow>
      )}
      {days.length > 0 && (
        <FormRow label={t('followups.steps')}>
          <ul className="ladder">
            {days.map((day) => (
              <li key={day}>
                <span className="ladder-step">{stepName(day)}</span>
                <span className="ladder-day">{formatDay(addDays(from, day))}</span>
                <Button
                  size="small"
                  type="text"
                  aria-label={t('followups.removeDay', { n: day })}
                  onClick={() => setOwn(days.filter((other) => other !== day))}
                >
                  ×
                </Button>
              </li>
            ))}
          </ul>
        </FormRow>
      )}
      {cause !== null && <AddDay days={days} onAdd={(day) => setOwn(inOrder([...days, day]))} />}
      {error && (
        <ErrorState
          error={error}
          what={error.data.reason === 'no-crisis' ? t('followups.noCrisis') : t('followups.planFailed')}
          isTextSafe
        />
      )}
    </SheetDialog>
  )
}

function AddDay({ days, onAdd }: { days: readonly number[]; onAdd: (day: number) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<number | null>(null)
  const day = typed ?? dayAfter(days)
  return (
    <div className="ladder-add">
      <InputNumber aria-label={t('followups.dayAfter')} min={1} max={400} value={day} onChange={setTyped} />
      <Button
        size="small"
        onClick={() => {
          onAdd(day)
          setTyped(null)
        }}
      >
        {t('followups.addDay')}
      </Button>
    </div>
  )
}
