import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ReferralLine } from '#contract/referrals'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'

/** Referrals, the days each return slip has been waited for, and the next step. */
export function ReferralList({ referrals, label }: { referrals: readonly ReferralLine[]; label: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  return (
    <Rows label={label}>
      {referrals.map((referral) => {
        const isOverdue = referral.state === 'sent' && referral.returnDue !== null && referral.returnDue < today
        return (
          <Row
            key={referral.id}
            lead={formatDate(referral.referredAt, today)}
            name={referral.studentName}
            hint={[
              referral.className,
              referral.institution || t(`codes.institutions.${referral.institutionKind}`),
              referral.department,
            ]
              .filter(Boolean)
              .join(' · ')}
            state={
              referral.state === 'sent' ? (
                <>
                  {referral.urgency === 'urgent' && <Tag tone="red">{t('codes.urgencies.urgent')}</Tag>}
                  <Tag tone={isOverdue ? 'amber' : 'plain'}>
                    {t(isOverdue ? 'crises.overdue' : 'crises.waited', { days: referral.waitingDays })}
                  </Tag>
                </>
              ) : (
                <Tag tone={referral.state === 'returned' ? 'green' : 'plain'}>
                  {t(`codes.referralStates.${referral.state}`)}
                </Tag>
              )
            }
            verb={
              referral.state === 'sent' && may('referrals.recordReturn') ? (
                <Button
                  size="small"
                  onClick={() => openDialog({ kind: 'return', studentId: referral.studentId, referralId: referral.id })}
                >
                  {t('crises.recordReturn')}
                </Button>
              ) : (
                <Button size="small" onClick={() => void navigate(paths.referral(referral.id))}>
                  {t('crises.look')}
                </Button>
              )
            }
            onOpen={() => void navigate(paths.referral(referral.id))}
          />
        )
      })}
    </Rows>
  )
}
