import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ReferralLine } from '#contract/referrals'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'

/** Referrals whose return slip may still take its time. */
export function WaitingPanel({ waiting }: { waiting: readonly ReferralLine[] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  if (waiting.length === 0) return null
  return (
    <Panel title={t('today.waiting')} extra={t('today.referrals', { count: waiting.length })}>
      <Rows>
        {waiting.map((line) => (
          <Row
            key={line.id}
            lead={
              <Tag>{line.returnDue ? t('today.until', { date: formatDate(line.returnDue) }) : t('today.sent')}</Tag>
            }
            name={line.studentName}
            onOpen={() => void navigate(paths.student(line.studentId))}
            hint={[line.className, line.institution || t(`codes.institutions.${line.institutionKind}`)]
              .filter(Boolean)
              .join(' · ')}
            verb={
              <Button
                size="small"
                onClick={() => openDialog({ kind: 'return', studentId: line.studentId, referralId: line.id })}
              >
                {t('today.recordReturn')}
              </Button>
            }
          />
        ))}
      </Rows>
    </Panel>
  )
}
