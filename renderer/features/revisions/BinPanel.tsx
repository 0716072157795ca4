import { useQuery } from '@tanstack/react-query'
import { Button, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import type { BinLine } from '#contract/revisions'
import { client } from '#lib/client'
import { formatMoment } from '#lib/format'
import { useMay } from '#lib/rights'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { SheetDialog } from '#ui/SheetDialog'
import { Tag } from '#ui/Tag'
import { refusalOf } from './refusals.ts'
import { TOUCHED } from './touched.ts'

const MOST = 200

/** What was thrown away in the last 90 days. */
export function BinPanel() {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const may = useMay()
  const [chosen, setChosen] = useState<BinLine | null>(null)
  const {
    data: lines,
    error,
    refetch,
  } = useQuery({ queryKey: ['revisions', 'bin'], queryFn: () => client.revisions.bin({ limit: MOST }), staleTime: 0 })
  return (
    <Panel title={t('revisions.bin')}>
      <p className="field-hint">{t('revisions.binHint')}</p>
      {error && <ErrorState error={error} what={t('revisions.binFailed')} onRetry={() => void refetch()} />}
      {!lines && !error && <Skeleton active title={false} />}
      {lines?.length === 0 && <EmptyState title={t('revisions.binEmpty')} hint={t('revisions.binEmptyHint')} />}
      <Rows label={t('revisions.bin')}>
        {lines?.map((line) => (
          <Row
            key={line.recordId}
            lead={<Tag>{t(`revisions.kinds.${line.kind}`)}</Tag>}
            name={line.studentName ?? t('revisions.nobody')}
            hint={[line.className, line.title ?? t('revisions.inOthersFile')].filter(Boolean).join(' · ')}
            state={
              <span className="field-hint">
                {t('revisions.thrownAway', {
                  moment: formatMoment(localOf(line.deletedAt), today),
                  name: line.deletedBy ?? '',
                })}
              </span>
            }
            verb={
              may('revisions.takeOut') &&
              line.title !== null && (
                <Button size="small" onClick={() => setChosen(line)}>
                  {t('revisions.takeOut')}
                </Button>
              )
            }
          />
        ))}
      </Rows>
      {chosen && <TakeOut line={chosen} onClose={() => setChosen(null)} />}
    </Panel>
  )
}

function TakeOut({ line, onClose }: { line: BinLine; onClose: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const takeOut = useWrite(client.revisions.takeOut, { invalidates: TOUCHED[line.kind], onSuccess: onClose })
  const { kind, recordId, studentId } = line
  const isReady = reason.trim().length >= 2
  return (
    <SheetDialog
      title={t('revisions.takeOutTitle', { what: t(`revisions.kinds.${kind}`) })}
      width={560}
      verb={t('revisions.takeOut')}
      isBusy={takeOut.isPending}
      isDisabled={!isReady}
      foot={takeOut.error ? t(refusalOf(takeOut.error)) : !isReady && t('revisions.lacksReason')}
      onSubmit={() => takeOut.write({ kind, recordId, studentId, reason: reason.trim() })}
      onClose={onClose}
    >
      <p>{line.title}</p>
      <FormRow label={t('revisions.takeOutReason')} htmlFor="take-out-reason">
        <Input
          id="take-out-reason"
          autoFocus
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.target.value)}
        />
      </FormRow>
    </SheetDialog>
  )
}
