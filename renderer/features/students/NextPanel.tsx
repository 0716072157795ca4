import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StudentHeader } from '#contract/students'
import { openDialog } from '#lib/dialogs'
import { formatDate, formatMoment } from '#lib/format'
import { asksForNotice } from '#lib/notice-asked'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { studentQueries } from './queries.ts'
import { TIMELINE_LENGTH } from './timeline.ts'

/** Bookings to come, return slips to get, consent to ask for. */
export function NextPanel({ header }: { header: StudentHeader }) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useWorkplace()
  const studentId = header.student.id
  const { data } = useQuery(studentQueries.timeline(studentId, TIMELINE_LENGTH))
  const items = data?.items ?? []
  const booked = items.filter((item) => item.kind === 'visit' && item.what === 'booked').reverse()
  const waiting = items.filter((item) => item.kind === 'referral' && item.what === 'sent')
  const isNoticeMissing = asksForNotice(header)
  if (!isNoticeMissing && booked.length === 0 && waiting.length === 0)
    return (
      <Panel title={t('students.comingUp')}>
        <p className="field-hint">{t('students.nothingPlanned')}</p>
      </Panel>
    )
  return (
    <Panel title={t('students.comingUp')}>
      <Rows label={t('students.comingUp')}>
        {isNoticeMissing && (
          <Row
            lead={<Tag tone="amber">{t('students.missing')}</Tag>}
            name={t('codes.consentKinds.notice')}
            verb={
              may('consents.record') && (
                <Button size="small" onClick={() => openDialog({ kind: 'consent', studentId })}>
                  {t('students.record')}
                </Button>
              )
            }
          />
        )}
        {booked.map((item) => (
          <Row
            key={item.id}
            lead={<Tag tone={item.at.slice(0, 10) < today ? 'amber' : 'plain'}>{t('students.nextVisit')}</Tag>}
            name={formatMoment(item.at, today)}
            verb={
              may('visits.update') && (
                <Button size="small" onClick={() => openDialog({ kind: 'visit-facts', studentId, visitId: item.id })}>
                  {t('students.change')}
                </Button>
              )
            }
          />
        ))}
        {waiting.map((item) => {
          const due = typeof item.facts['due'] === 'string' ? item.facts['due'] : null
          const name = String(item.facts['institution'] ?? '')
          return (
            <Row
              key={item.id}
              lead={
                <Tag tone={due !== null && due < today ? 'amber' : 'plain'}>
                  {due ? t('students.slipBy', { date: formatDate(due) }) : t('students.slip')}
                </Tag>
              }
              name={t(`codes.institutions.${name}`, name)}
              verb={
                may('referrals.recordReturn') && (
                  <Button size="small" onClick={() => openDialog({ kind: 'return', studentId, referralId: item.id })}>
                    {t('students.record')}
                  </Button>
                )
              }
            />
          )
        })}
      </Rows>
    </Panel>
  )
}
