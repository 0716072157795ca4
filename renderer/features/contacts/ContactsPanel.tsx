import './contacts.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { leaveDialogs, openDialog } from '#lib/dialogs'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useMayWrite } from '#lib/whose'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Rows } from '#ui/Rows'
import { ContactRow } from './ContactRow.tsx'
import { PersonsPart } from './PersonsPart.tsx'
import { contactQueries } from './queries.ts'

const SHOWN = 6

/** Those around a student with what they may know, and the log of calls. */
export function ContactsPanel({ studentId }: { studentId: string; caseId?: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const may = useMay()
  const mayWrite = useMayWrite()
  const [isWhole, setWhole] = useState(false)
  const { data, error, refetch } = useQuery(contactQueries.ofStudent(studentId))
  const shown = isWhole ? data : data?.slice(0, SHOWN)
  const print = () => {
    leaveDialogs()
    void navigate(paths.print('contact-log', studentId))
  }
  return (
    <Panel
      title={t('contacts.panel')}
      extra={
        <div className="form-row-line">
          <Button size="small" type="text" onClick={print}>
            {t('contacts.print')}
          </Button>
          {mayWrite && (
            <Button size="small" type="text" onClick={() => openDialog({ kind: 'first-feedback', studentId })}>
              {t('contacts.feedback')}
            </Button>
          )}
          {may('contacts.record') && (
            <Button size="small" onClick={() => openDialog({ kind: 'contact', studentId })}>
              {t('contacts.record')}
            </Button>
          )}
        </div>
      }
    >
      <PersonsPart studentId={studentId} mayWrite={mayWrite} />
      {error && <ErrorState error={error} what={t('contacts.listFailed')} onRetry={() => void refetch()} />}
      {data && data.length === 0 && <EmptyState title={t('contacts.noneYet')} hint={t('contacts.noneYetHint')} />}
      {shown && shown.length > 0 && (
        <Rows label={t('contacts.log')}>
          {shown.map((contact) => (
            <ContactRow key={contact.id} line={contact} second={contact.summary || undefined} />
          ))}
        </Rows>
      )}
      {!isWhole && (data?.length ?? 0) > SHOWN && (
        <button type="button" className="text-button" onClick={() => setWhole(true)}>
          {t('contacts.earlier', { n: (data?.length ?? 0) - SHOWN })}
        </button>
      )}
    </Panel>
  )
}
