import './crises.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { CRISIS_STEPS } from '#contract/code-tables'
import type { CrisisLine } from '#contract/crises'
import { client } from '#lib/client'
import { formatMoment } from '#lib/format'
import { paths } from '#lib/paths'
import { riskLabel, riskTone, useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { PageHeader } from '#ui/PageHeader'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { ReferralList } from './ReferralList.tsx'

/** What is going on and what is waited for; below it what has ended. */
export function CrisesPage() {
  const { t } = useTranslation()
  const crises = useQuery({ queryKey: ['crises', 'list', 'all'], queryFn: () => client.crises.list({ state: 'all' }) })
  const referrals = useQuery({
    queryKey: ['referrals', 'list', 'all'],
    queryFn: () => client.referrals.list({ state: 'all' }),
  })
  const error = crises.error ?? referrals.error
  if (error)
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void crises.refetch()
          void referrals.refetch()
        }}
      />
    )
  if (!crises.data || !referrals.data) return null
  const open = crises.data.filter((crisis) => crisis.state === 'open')
  const closed = crises.data.filter((crisis) => crisis.state === 'closed')
  const waiting = referrals.data.filter((referral) => referral.state === 'sent')
  const past = referrals.data.filter((referral) => referral.state !== 'sent')
  return (
    <>
      <PageHeader
        title={t('frame.pages.crises')}
        hint={t('crises.counts', { open: open.length, waiting: waiting.length })}
      />
      <div className="crises-panels">
        <Panel title={t('crises.openOnes')} tone={open.length > 0 ? 'red' : 'plain'}>
          {open.length === 0 ? (
            <EmptyState title={t('crises.noneOpen')} hint={t('crises.noneOpenHint')} />
          ) : (
            <CrisisRows crises={open} label={t('crises.openOnes')} />
          )}
        </Panel>
        <Panel title={t('crises.waitingOnes')}>
          {waiting.length === 0 ? (
            <EmptyState title={t('crises.noneWaiting')} hint={t('crises.noneWaitingHint')} />
          ) : (
            <ReferralList referrals={waiting} label={t('crises.waitingOnes')} />
          )}
        </Panel>
        {closed.length > 0 && (
          <Panel title={t('crises.closedOnes')} extra={closed.length}>
            <CrisisRows crises={closed} label={t('crises.closedOnes')} />
          </Panel>
        )}
        {past.length > 0 && (
          <Panel title={t('crises.pastReferrals')} extra={past.length}>
            <ReferralList referrals={past} label={t('crises.pastReferrals')} />
          </Panel>
        )}
      </div>
    </>
  )
}

function CrisisRows({ crises, label }: { crises: readonly CrisisLine[]; label: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { riskLevels, today } = useWorkplace()
  const go = (crisis: CrisisLine) => void navigate(paths.crisis(crisis.id))
  return (
    <Rows label={label}>
      {crises.map((crisis) => (
        <Row
          key={crisis.id}
          lead={formatMoment(crisis.openedAt, today)}
          name={crisis.studentName}
          hint={[
            crisis.className,
            t('crises.stepsDone', { done: crisis.stepsDone.length, all: CRISIS_STEPS.length }),
            crisis.state === 'open' && crisis.lastEntryAt
              ? t('crises.lastEntry', { time: formatMoment(crisis.lastEntryAt, today) })
              : crisis.closedAt && t('crises.endedAt', { time: formatMoment(crisis.closedAt, today) }),
          ]
            .filter(Boolean)
            .join(' · ')}
          state={
            <>
              {crisis.rank !== null && (
                <Tag tone={riskTone(crisis.rank, riskLevels)}>{riskLabel(crisis.rank, riskLevels)}</Tag>
              )}
              {crisis.outcome && <Tag>{t(`codes.crisisOutcomes.${crisis.outcome}`)}</Tag>}
            </>
          }
          verb={
            crisis.state === 'open' ? (
              <Button size="small" type="primary" danger onClick={() => go(crisis)}>
                {t('crises.goOn')}
              </Button>
            ) : (
              <Button size="small" onClick={() => go(crisis)}>
                {t('crises.look')}
              </Button>
            )
          }
          onOpen={() => go(crisis)}
        />
      ))}
    </Rows>
  )
}
