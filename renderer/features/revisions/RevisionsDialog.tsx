import './revisions.css'
import { useQuery } from '@tanstack/react-query'
import { Input, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import type { AppError } from '#contract/errors'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { formatMoment } from '#lib/format'
import { LOGGED } from '#lib/query'
import { changedFields } from '#lib/record-values'
import { useMay } from '#lib/rights'
import { useWho } from '#lib/student-header'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { SheetDialog } from '#ui/SheetDialog'
import { TOUCHED } from './touched.ts'
import { RecordDifference } from './RecordDifference.tsx'

/** How one record stood before its last changes; an earlier state is brought back with a reason. */
export function RevisionsDialog({ request, onClose }: DialogProps<DialogOf<'revisions'>>) {
  const { t } = useTranslation()
  const reasonId = useId()
  const { record: kind, recordId, studentId } = request
  const { today } = useWorkplace()
  const may = useMay()
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
  const isReady = reason.trim().length >= 2
  return (
    <SheetDialog
      title={`${t('revisions.title')} · ${t(`revisions.kinds.${kind}`)}`}
      who={who}
      width={860}
      verb={canRestore ? t('revisions.restore') : undefined}
      isBusy={restore.isPending}
      isDisabled={!isReady}
      foot={restore.error ? wordOf(restore.error, t) : canRestore && !isReady && t('revisions.lacksReason')}
      onSubmit={() => state && restore.write({ kind, recordId, studentId, seq: state.seq, reason: reason.trim() })}
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
                      ? t('revisions.broughtBack', { reason: one.reason })
                      : t('revisions.changedBy', { name: one.by })
                  }
                  isCurrent={index === at}
                  onOpen={() => setAt(index)}
                />
              ))}
            </Rows>
            <RecordDifference kind={kind} then={state.fields} now={data.now} />
          </div>
          {canRestore && (
            <FormRow label={t('revisions.reason')} htmlFor={reasonId}>
              <Input id={reasonId} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
            </FormRow>
          )}
        </>
      )}
    </SheetDialog>
  )
}

function wordOf({ data }: AppError, t: (key: string) => string): string {
  const known: Record<string, string> = {
    'too-late': t('revisions.tooLate'),
    'has-note': t('revisions.hasNote'),
    'not-yours': t('revisions.notYours'),
    'reopen-instead': t('revisions.reopenInstead'),
    'number-taken': t('revisions.numberTaken'),
  }
  return known[data.reason ?? ''] ?? t('revisions.restoreFailed')
}
