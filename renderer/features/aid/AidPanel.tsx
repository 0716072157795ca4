import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AidReferral } from '#contract/aid'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { HardshipRow } from './HardshipRow.tsx'
import { aidQueries } from './queries.ts'

/** Hard times at home, and which office of the school was asked to help. */
export function AidPanel({ studentId }: { studentId: string; caseId?: string }) {
  const { t } = useTranslation()
  const mayWrite = useMayWrite()
  const { data, error, refetch } = useQuery(aidQueries.ofStudent(studentId))
  const hardship = data?.hardship ?? null
  return (
    <Panel
      title={t('aid.panel')}
      extra={
        mayWrite &&
        data && (
          <div className="form-row-line">
            {(hardship === null || hardship.endedOn !== null) && (
              <Button size="small" type="text" onClick={() => openDialog({ kind: 'hardship', studentId, hardship })}>
                {t('aid.setMark')}
              </Button>
            )}
            <Button size="small" onClick={() => openDialog({ kind: 'aid', studentId })}>
              {t('aid.refer')}
            </Button>
          </div>
        )
      }
    >
      {error && <ErrorState error={error} what={t('aid.listFailed')} onRetry={() => void refetch()} />}
      {data && !hardship && data.referrals.length === 0 && (
        <EmptyState title={t('aid.none')} hint={t('aid.noneHint')} />
      )}
      {data && (hardship || data.referrals.length > 0) && (
        <Rows label={t('aid.panel')}>
          {hardship && <HardshipRow studentId={studentId} hardship={hardship} mayWrite={mayWrite} />}
          {data.referrals.map((referral) => (
            <AidRow key={referral.id} referral={referral} />
          ))}
        </Rows>
      )}
    </Panel>
  )
}

function AidRow({ referral }: { referral: AidReferral }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const { id: aidId, studentId, state, answerDue } = referral
  const isWaiting = state === 'sent' || state === 'waiting'
  const isOverdue = isWaiting && answerDue < today
  const open = () => openDialog({ kind: 'aid-sheet', studentId, aidId })
  return (
    <Row
      lead={formatDate(referral.onDay, today)}
      name={referral.office}
      hint={[referral.no, t(`codes.aidKinds.${referral.kind}`)].join(' · ')}
      second={referral.outcome || referral.told}
      state={
        <>
          <Tag tone={isWaiting ? 'amber' : 'plain'}>{t(`codes.aidStates.${state}`)}</Tag>
          {isWaiting && (
            <Tag tone={isOverdue ? 'amber' : 'plain'}>
              {t(isOverdue ? 'aid.overdue' : 'aid.dueOn', { date: formatDate(answerDue, today) })}
            </Tag>
          )}
        </>
      }
      verb={
        <Button size="small" onClick={open}>
          {t('aid.open')}
        </Button>
      }
      onOpen={open}
    />
  )
}
