import './contacts.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { useMay } from '#lib/rights'
import { useStretch } from '#lib/use-stretch'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { LoadedRows } from '#ui/LoadedRows'
import { Panel } from '#ui/Panel'
import { StretchSteps } from '#ui/StretchSteps'
import { ContactRow } from './ContactRow.tsx'
import { DuePanel } from './DuePanel.tsx'
import { contactQueries } from './queries.ts'

/** 联系: the calls to make, and everybody's log of the last weeks. */
export function ContactsTab() {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useWorkplace()
  const stretch = useStretch()
  const { from, to } = stretch
  const list = useQuery(contactQueries.list(from, to))
  return (
    <div className="contacts-columns">
      <Panel
        title={t('contacts.log')}
        extra={
          <div className="form-row-line">
            <StretchSteps stretch={stretch}>
              {t('contacts.range', { from: formatDate(from, today), to: formatDate(to, today) })}
            </StretchSteps>
            {may('contacts.record') && (
              <Button size="small" type="primary" onClick={() => openDialog({ kind: 'contact', studentId: null })}>
                {t('contacts.record')}
              </Button>
            )}
          </div>
        }
      >
        <LoadedRows
          list={list}
          label={t('contacts.log')}
          failed={t('contacts.listFailed')}
          empty={<EmptyState title={t('contacts.noneThen')} hint={t('contacts.noneYetHint')} />}
        >
          {(line) => (
            <ContactRow
              key={line.id}
              line={line}
              about={[line.studentName ?? t('contacts.unknownStudent'), line.className].filter(Boolean).join(' ')}
            />
          )}
        </LoadedRows>
      </Panel>
      <DuePanel />
    </div>
  )
}
