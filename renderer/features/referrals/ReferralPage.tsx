import './referrals.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { Referral } from '#contract/referrals'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useShownStudent, useWho } from '#lib/student-header'
import { useEscape } from '#lib/use-escape'
import { useWrite } from '#lib/use-write'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { EarlierButton } from '#ui/EarlierButton'
import { ErrorState } from '#ui/ErrorState'
import { Strip } from '#ui/Strip'
import { Tag } from '#ui/Tag'
import { referralQuery } from './queries.ts'
import { EditReferral } from './EditReferral.tsx'
import { ReferralSheet } from './ReferralSheet.tsx'

/** One referral with its slip: read, printed, changed while it waits. */
export function ReferralPage() {
  const { t } = useTranslation()
  const { referralId = '' } = useParams()
  const referral = useQuery(referralQuery(referralId))
  useShownStudent(referral.data?.studentId)
  useEscape()
  if (referral.error)
    return (
      <ErrorState error={referral.error} what={t('referrals.openFailed')} onRetry={() => void referral.refetch()} />
    )
  return referral.data ? <OpenReferral referral={referral.data} /> : null
}

function OpenReferral({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const may = useMay()
  const mayWrite = useMayWrite()
  const { who } = useWho(referral.studentId)
  const [doing, setDoing] = useState<'edit' | 'withdraw' | null>(null)
  const { id: referralId, studentId, state } = referral
  const withdraw = useWrite(client.referrals.withdraw, {
    invalidates: ['referrals', 'students', 'cases'],
    onSuccess: () => setDoing(null),
  })
  const isWaiting = state === 'sent'
  return (
    <>
      <Strip
        tone={who?.tone ?? 'plain'}
        name={
          <Link className="referral-name" to={paths.student(studentId)}>
            {who?.name}
          </Link>
        }
        facts={[who?.facts, t('referrals.pageTitle', { no: referral.no })].filter(Boolean).join(' · ')}
        tags={
          <Tag tone={state === 'returned' ? 'green' : isWaiting ? 'amber' : 'plain'}>
            {t(`codes.referralStates.${state}`)}
            {isWaiting &&
              referral.returnDue &&
              ` · ${t('referrals.dueOn', { day: formatDate(referral.returnDue, today) })}`}
          </Tag>
        }
      >
        {isWaiting && mayWrite && <Button onClick={() => setDoing('withdraw')}>{t('referrals.withdraw')}</Button>}
        {isWaiting && mayWrite && <Button onClick={() => setDoing('edit')}>{t('referrals.edit')}</Button>}
        <Button onClick={() => void navigate(paths.print('referral', referralId))}>{t('referrals.print')}</Button>
        {isWaiting && may('referrals.recordReturn') && (
          <Button type="primary" onClick={() => openDialog({ kind: 'return', studentId, referralId })}>
            {t('referrals.recordReturn')}
          </Button>
        )}
      </Strip>
      <ReferralSheet referral={referral} />
      <EarlierButton record="referral" recordId={referralId} studentId={studentId} />
      {doing === 'edit' && <EditReferral referral={referral} onClose={() => setDoing(null)} />}
      {doing === 'withdraw' && (
        <ConfirmDialog
          title={t('referrals.withdrawTitle')}
          verb={t('referrals.withdraw')}
          reasonLabel={t('referrals.withdrawReason')}
          isBusy={withdraw.isPending}
          error={withdraw.error}
          onConfirm={(reason) => withdraw.write({ referralId, studentId, reason })}
          onCancel={() => setDoing(null)}
        />
      )}
    </>
  )
}
