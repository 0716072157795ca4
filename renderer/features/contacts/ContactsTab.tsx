import './contacts.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '#contract/calendar'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { LoadedRows } from '#ui/LoadedRows'
import { Panel } from '#ui/Panel'
import { ContactRow } from './ContactRow.tsx'
import { DuePanel } from './DuePanel.tsx'
import { contactQueries } from './queries.ts'

const STRETCH = 30

/** 联系: the calls to make, and everybody's log of the last weeks. */
export function ContactsTab() {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useWorkplace()
  const [back, setBack] = useState(0)
  const to = addDays(today, -back)
  const from = addDays(to, -STRETCH)
  const list = useQuery(contactQueries.list(from, to))
  return (
    <div className="contacts-columns">
      <Panel
        title={t('contacts.log')}
        extra={
          <div className="form-row-line">
            <Button size="small" type="text" onClick={() => setBack(back + STRETCH + 1)}>
              {t('contacts.before')}
            </Button>
            <span>{t('contacts.range', { from: formatDate(from, today), to: formatDate(to, today) })}</span>
            <Button
              size="small"
              type="text"
              disabled={back === 0}
              onClick={() => setBack(Math.max(0, back - STRETCH - 1))}
            >
              {t('contacts.after')}
            </Button>
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
