import './conferences.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#contract/conferences'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { ConferenceSheet } from './ConferenceSheet.tsx'
import { conferencesOfCaseQuery } from './queries.ts'

type Props = { studentId: string; caseId: string }

/** Talks about one case: with the parents, before the first session, among colleagues. */
export function ConferencesPanel({ studentId, caseId }: Props) {
  const { t } = useTranslation()
  const mayWrite = useMayWrite()
  const { today } = useWorkplace()
  const [openId, setOpenId] = useState<string | null>(null)
  const { data, error, refetch } = useQuery(conferencesOfCaseQuery(caseId))
  const shown = data?.find(({ id }) => id === openId)
  const hintOf = (one: Conference) =>
    [one.no, one.attendees.map(({ name }) => name).join(t('conferences.comma')), one.place].filter(Boolean).join(' · ')
  return (
    <Panel
      title={t('conferences.panel')}
      extra={
        mayWrite && (
          <Button size="small" onClick={() => openDialog({ kind: 'conference', studentId, caseId })}>
            {t('conferences.record')}
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} what={t('conferences.listFailed')} onRetry={() => void refetch()} />}
      {data && data.length === 0 && <EmptyState title={t('conferences.none')} hint={t('conferences.noneHint')} />}
      {data && data.length > 0 && (
        <Rows label={t('conferences.panel')}>
          {data.map((one) => (
            <Row
              key={one.id}
              lead={formatDate(one.at, today)}
              name={t(`codes.conferenceKinds.${one.kind}`)}
              hint={hintOf(one)}
              second={one.agreed || undefined}
              state={
                one.nextOn &&
                one.nextOn >= today && <Tag>{t('conferences.nextIs', { day: formatDate(one.nextOn, today) })}</Tag>
              }
              verb={
                <Button size="small" onClick={() => setOpenId(one.id)}>
                  {t('conferences.open')}
                </Button>
              }
              onOpen={() => setOpenId(one.id)}
            />
          ))}
        </Rows>
      )}
      {shown && <ConferenceSheet conference={shown} mayWrite={mayWrite} onClose={() => setOpenId(null)} />}
    </Panel>
  )
}
