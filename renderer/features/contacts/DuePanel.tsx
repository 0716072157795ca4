import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ContactDue } from '#contract/contacts'
import { openDialog } from '#lib/dialogs'
import { formatDate, formatMoment, formatTime } from '#lib/format'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { contactQueries } from './queries.ts'

/** Calls to make, most overdue first. */
export function DuePanel() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(contactQueries.due)
  return (
    <Panel title={t('contacts.due')} extra={data && data.length > 0 && t('contacts.dueCount', { n: data.length })}>
      {error && <ErrorState error={error} what={t('contacts.dueFailed')} onRetry={() => void refetch()} />}
      {data && data.length === 0 && <EmptyState title={t('contacts.nothingDue')} hint={t('contacts.nothingDueHint')} />}
      {data && data.length > 0 && (
        <Rows label={t('contacts.due')}>
          {data.map((due) => (
            <DueRow key={`${due.why}${due.contactId ?? due.visitId ?? due.studentId}`} due={due} />
          ))}
        </Rows>
      )}
    </Panel>
  )
}

function DueRow({ due }: { due: ContactDue }) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useWorkplace()
  const { why, contactId, studentId, relation, name } = due
  const isToday = due.dueAt.startsWith(today)
  const when =
    why === 'next' ? formatDate(due.dueAt, today) : isToday ? formatTime(due.dueAt) : formatMoment(due.dueAt, today)
  const call = () => {
    if (why === 'feedback' && studentId) return openDialog({ kind: 'first-feedback', studentId })
    const kind = why === 'arrival' || why === 'first-parent' ? why : undefined
    const start = { ...(kind && { kind }), ...(relation && { relation, name }) }
    openDialog({ kind: 'contact', studentId, ...(contactId && { answersId: contactId }), start })
  }
  return (
    <Row
      lead={<Tag tone={due.isOverdue ? 'red' : isToday ? 'amber' : 'plain'}>{when}</Tag>}
      name={due.studentName ?? (name || t('contacts.unknownStudent'))}
      second={[
        t(`codes.contactDues.${why}`),
        due.studentName && name,
        relation && t(`codes.relations.${relation}`),
        due.className,
        due.topic,
      ]
        .filter(Boolean)
        .join(' · ')}
      verb={
        may('contacts.record') && (
          <Button size="small" onClick={call}>
            {t(why === 'reply' ? 'contacts.callBack' : 'contacts.call')}
          </Button>
        )
      }
      onOpen={
        contactId && may('contacts.get') ? () => openDialog({ kind: 'contact-sheet', contactId, studentId }) : undefined
      }
    />
  )
}
