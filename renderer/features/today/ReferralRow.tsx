import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ReferralLine } from '#contract/referrals'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { Row } from '#ui/Row'
import { Tag } from '#ui/Tag'

/** A referral whose return slip is not back: overdue ones count the days, others say until when. */
export function ReferralRow({ line, isOverdue = false }: { line: ReferralLine; isOverdue?: boolean }) {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate()
  const institution = line.institution || t(`codes.institutions.${line.institutionKind}`)
  const until = line.returnDue ? t('today.until', { date: formatDate(line.returnDue) }) : t('today.sent')
  return (
    <Row
      lead={
        isOverdue ? <Tag tone="amber">{t('today.referralDays', { count: line.waitingDays })}</Tag> : <Tag>{until}</Tag>
      }
      name={line.studentName}
      onOpen={() => void navigate(paths.student(line.studentId))}
      hint={[line.className, institution, isOverdue && t('today.noSlip')].filter(Boolean).join(' · ')}
      verb={
        may('referrals.recordReturn') && (
          <Button
            size="small"
            onClick={() => openDialog({ kind: 'return', studentId: line.studentId, referralId: line.id })}
          >
            {t('today.recordReturn')}
          </Button>
        )
      }
    />
  )
}
