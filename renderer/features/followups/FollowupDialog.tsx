import './followups.css'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '#contract/calendar'
import { FOLLOWUP_OUTCOMES, FOLLOWUP_WAYS } from '#contract/case-tables'
import type { Followup, FollowupDone } from '#contract/followups'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import type { DialogOf, DialogProps, DialogRequest } from '#lib/dialogs'
import { localNow } from '#lib/format'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useStepName } from '#lib/use-step-name'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { EarlierButton } from '#ui/EarlierButton'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { MomentField } from '#ui/MomentField'
import { SheetDialog } from '#ui/SheetDialog'
import { MoveOrDrop } from './MoveOrDrop.tsx'
import { followupQueries } from './queries.ts'

type Form = {
  doneAt: string
  way: FollowupDone['way'] | null
  outcome: FollowupDone['outcome'] | null
  text: string
  againOn: string | null
}
const startOf = (one: Followup | undefined): Form => ({
  doneAt: one?.doneAt ?? localNow(),
  way: one?.way ?? null,
  outcome: one?.outcome ?? null,
  text: one?.text ?? '',
  againOn: null,
})

/** One follow-up: what was said and how it is; not reached is tried again, worse leads on to the level or the crisis card. */
export function FollowupDialog(props: DialogProps<DialogOf<'followup'>>) {
  const { caseId, followupId } = props.request
  const { data, error } = useQuery(followupQueries.byCase(caseId))
  if (error) return <ErrorState error={error} />
  const one = data?.find(({ id }) => id === followupId)
  return one ? <FollowupSheet key={one.id} one={one} {...props} /> : null
}

function FollowupSheet({ one, onClose }: DialogProps<DialogOf<'followup'>> & { one: Followup }) {
  const { t } = useTranslation()
  const codes = useCodes()
  const ids = useId()
  const stepName = useStepName()
  const { today } = useWorkplace()
  const { studentId } = one
  const { who } = useWho(studentId)
  const [againId] = useState(() => crypto.randomUUID())
  const draft = useDraft('followup', one.id, startOf(one))
  const { doneAt, way, outcome, text, againOn } = draft.value
  const { writeAsync, isPending, error } = useWrite(client.followups.finish, {
    invalidates: ['followups', 'cases', 'students'],
  })
  const missing =
    way === null
      ? t('followups.lacksWay')
      : outcome === null
        ? t('followups.lacksOutcome')
        : outcome !== 'not-reached' && text.trim() === ''
          ? t('followups.lacksText')
          : undefined
  const save = async (then?: DialogRequest) => {
    if (way === null || outcome === null || missing) return
    const again = outcome === 'not-reached' && againOn !== null ? { id: againId, on: againOn } : null
    const fields = { doneAt, way, outcome, text: text.trim() }
    const saved = await writeAsync({ followupId: one.id, studentId, fields, again }).catch(() => undefined)
    if (!saved) return
    await draft.discard().catch(() => undefined)
    onClose()
    if (then) openDialog(then)
  }
  return (
    <SheetDialog
      title={t('followups.doneTitle', { step: stepName(one.step) })}
      who={who}
      width={680}
      verb={t('followups.doneVerb')}
      isBusy={isPending}
      isDisabled={missing !== undefined}
      foot={missing}
      extra={one.state !== 'due' && <EarlierButton record="followup" recordId={one.id} studentId={studentId} />}
      onSubmit={() => void save()}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <FormRow label={t('followups.at')}>
        <MomentField label={t('followups.at')} value={doneAt} onChange={(at) => at && draft.change({ doneAt: at })} />
      </FormRow>
      <FormRow label={t('followups.way')}>
        <Chips
          label={t('followups.way')}
          value={way}
          options={codes('followupWays', FOLLOWUP_WAYS)}
          onChange={(chosen) => draft.change({ way: chosen })}
        />
      </FormRow>
      <FormRow label={t('followups.text')} htmlFor={`${ids}-text`}>
        <Input.TextArea
          id={`${ids}-text`}
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={4000}
          placeholder={t('followups.textHint')}
          value={text}
          onChange={(event) => draft.change({ text: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('followups.outcome')}>
        <Chips
          label={t('followups.outcome')}
          value={outcome}
          options={codes('followupOutcomes', FOLLOWUP_OUTCOMES)}
          onChange={(chosen) =>
            draft.change({ outcome: chosen, againOn: chosen === 'not-reached' ? addDays(today, 1) : null })
          }
        />
      </FormRow>
      {outcome === 'not-reached' && one.state === 'due' && (
        <FormRow label={t('followups.again')}>
          <DateField
            label={t('followups.again')}
            value={againOn}
            isClearable
            onChange={(on) => draft.change({ againOn: on })}
          />
        </FormRow>
      )}
      {outcome === 'worse' && (
        <div className="followup-worse">
          <span>{t('followups.worse')}</span>
          <Button size="small" disabled={missing !== undefined} onClick={() => void save({ kind: 'risk', studentId })}>
            {t('followups.setRisk')}
          </Button>
          <Button
            size="small"
            danger
            onClick={() => {
              if (missing === undefined) return void save({ kind: 'crisis', studentId })
              // What was typed is kept as a draft; the crisis does not wait for it.
              onClose()
              openDialog({ kind: 'crisis', studentId })
            }}
          >
            {t('followups.openCrisis')}
          </Button>
        </div>
      )}
      {one.state === 'due' && <MoveOrDrop one={one} onDone={onClose} />}
      {error && <ErrorState error={error} what={t('followups.doneFailed')} isTextSafe />}
    </SheetDialog>
  )
}
