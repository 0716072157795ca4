import './revisions.css'
import { useQuery } from '@tanstack/react-query'
import { Input, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useFindingLines, weightOf } from '#lib/finding-words'
import { formatMoment } from '#lib/format'
import { LOGGED } from '#lib/query'
import { changedFields } from '#lib/record-values'
import { useMay } from '#lib/rights'
import { useWho } from '#lib/student-header'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Findings } from '#ui/Findings'
import { FormRow } from '#ui/FormRow'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { SheetDialog } from '#ui/SheetDialog'
import { RecordDifference } from './RecordDifference.tsx'
import { refusalOf } from './refusals.ts'
import { TOUCHED } from './touched.ts'

/** How one record stood before its last changes; an earlier state is brought back with a reason. */
export function RevisionsDialog({ request, onClose }: DialogProps<DialogOf<'revisions'>>) {
  const { t } = useTranslation()
  const reasonId = useId()
  const { record: kind, recordId, studentId } = request
  const { today } = useWorkplace()
  const may = useMay()
  const linesOf = useFindingLines()
  const { who } = useWho(studentId)
  const [at, setAt] = useState(0)
  const [reason, setReason] = useState('')
  const { data, error } = useQuery({
    queryKey: ['revisions', kind, recordId],
    queryFn: () => client.revisions.of({ kind, recordId, studentId }),
    staleTime: 0,
    ...LOGGED,
  })
  const restore = useWrite(client.revisions.restore, { invalidates: TOUCHED[kind], onSuccess: onClose })
  const state = data?.states[at]
  const isSame = state !== undefined && changedFields(state.fields, data?.now ?? {}).length === 0
  const canRestore = may('revisions.restore') && state !== undefined && !isSame
  const about = { kind, recordId, studentId, seq: state?.seq ?? 0 }
  // A booking that comes back is held to the calendar like a new one.
  const slot = useQuery({
    queryKey: ['revisions', 'check', about],
    queryFn: () => client.revisions.check(about),
    enabled: kind === 'visit' && canRestore,
    staleTime: 0,
  })
  const findings = (canRestore && slot.data) || []
  const weight = weightOf(findings)
  const isReady = reason.trim().length >= 2 && weight !== 'refuses' && !slot.isLoading
  const send = () => {
    const why = reason.trim()
    if (state) restore.write({ ...about, reason: why, overReason: weight === 'asks' ? why : '' })
  }
  const foot = () => {
    const { error: refused } = restore
    if (refused) return t(refusalOf(refused))
    if (!canRestore || isReady) return false
    return weight === 'refuses' ? t('revisions.timeTaken') : t('revisions.lacksReason')
  }
  return (
    <SheetDialog
      title={`${t('revisions.title')} · ${t(`revisions.kinds.${kind}`)}`}
      who={who}
      width={860}
      verb={canRestore ? t('revisions.restore') : undefined}
      isBusy={restore.isPending}
      isDisabled={!isReady}
      foot={foot()}
      onSubmit={send}
      onClose={onClose}
    >
      {error && <ErrorState error={error} what={t('revisions.failed')} />}
      {!data && !error && <Skeleton active title={false} />}
      {data?.states.length === 0 && <EmptyState title={t('revisions.none')} hint={t('revisions.noneHint')} />}
      {data && state && (
        <>
          <div className="revisions">
            <Rows label={t('revisions.title')}>
              {data.states.map((one, index) => (
                <Row
                  key={one.seq}
                  name={t('revisions.until', { moment: formatMoment(localOf(one.until), today) })}
                  hint={
                    one.reason
                      ? t('revisions.broughtBack', { name: one.by, reason: one.reason })
                      : t('revisions.changedBy', { name: one.by })
                  }
                  isCurrent={index === at}
                  onOpen={() => setAt(index)}
                />
              ))}
            </Rows>
            <RecordDifference kind={kind} then={state.fields} now={data.now} />
          </div>
          {findings.length > 0 && <Findings label={t('revisions.speaksAgainst')} lines={linesOf(findings)} />}
          {canRestore && weight !== 'refuses' && (
            <FormRow label={t(weight === 'asks' ? 'revisions.overReason' : 'revisions.reason')} htmlFor={reasonId}>
              <Input id={reasonId} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
            </FormRow>
          )}
        </>
      )}
    </SheetDialog>
  )
}
