import { useQuery } from '@tanstack/react-query'
import { Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { STABILITIES, type Stability } from '#contract/case-tables'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'

type Form = { stability: Stability | null; everyDays: number | null; reason: string }
const EMPTY: Form = { stability: null, everyDays: null, reason: '' }

/** How steady the student is, why, and how often there is contact because of it (S36). */
export function StabilityDialog({ request, onClose }: DialogProps<DialogOf<'stability'>>) {
  const { t } = useTranslation()
  const codes = useCodes()
  const ids = useId()
  const { studentId, caseId } = request
  const { who } = useWho(studentId)
  const [id] = useState(() => crypto.randomUUID())
  const { data: rules } = useQuery({ queryKey: ['cases', 'rules'], queryFn: () => client.cases.rules({}) })
  const draft = useDraft('stability', caseId, EMPTY)
  const { stability, everyDays, reason } = draft.value
  const { write, isPending, error } = useWrite(client.cases.setStability, {
    invalidates: ['cases'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  const missing =
    stability === null
      ? t('case-standing.lacksStability')
      : reason.trim() === ''
        ? t('case-standing.lacksStabilityReason')
        : undefined
  const usual = stability && rules?.cadence[stability]
  return (
    <SheetDialog
      title={t('case-standing.stabilityTitle')}
      who={who}
      width={620}
      verb={t('case-standing.stabilityVerb')}
      isBusy={isPending}
      isDisabled={missing !== undefined}
      foot={missing}
      onSubmit={() =>
        stability &&
        missing === undefined &&
        write({ id, studentId, caseId, fields: { stability, everyDays, reason: reason.trim() } })
      }
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <FormRow
        label={t('case-standing.stability')}
        hint={
          usual &&
          t('case-standing.usualCadence', { months: rules.earlyMonths, early: usual.early, later: usual.later })
        }
      >
        <Chips
          label={t('case-standing.stability')}
          value={stability}
          options={codes('stabilities', STABILITIES)}
          onChange={(chosen) => draft.change({ stability: chosen })}
        />
      </FormRow>
      <FormRow label={t('case-standing.everyDays')}>
        <InputNumber
          aria-label={t('case-standing.everyDays')}
          min={1}
          max={365}
          placeholder={t('case-standing.everyDaysUsual')}
          suffix={t('case-standing.days')}
          value={everyDays}
          onChange={(days) => draft.change({ everyDays: days })}
        />
      </FormRow>
      <FormRow label={t('case-standing.reasonWhy')} htmlFor={`${ids}-reason`}>
        <Input
          id={`${ids}-reason`}
          maxLength={200}
          placeholder={t('case-standing.stabilityReasonHint')}
          value={reason}
          onChange={(event) => draft.change({ reason: event.target.value })}
        />
      </FormRow>
      {error && <ErrorState error={error} what={t('case-standing.stabilityFailed')} isTextSafe />}
    </SheetDialog>
  )
}
