import './archives.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ArchiveLine } from '#contract/archives'
import type { ArchiveView } from '#contract/case-tables'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'

const PAGE = 50

/** What waits for the archive, stands in it, has come to its end, or is gone (S58, S61). */
export function ArchiveList({ view }: { view: ArchiveView }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useQuery({
    queryKey: ['archives', 'list', view, offset],
    queryFn: () => client.archives.list({ view, offset, limit: PAGE }),
    placeholderData: keepPreviousData,
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const year = today.slice(0, 4)
  const hasFoot = data.total > PAGE || (view === 'archived' && data.total > 0)
  return (
    <Panel>
      {data.rows.length === 0 ? (
        <EmptyState title={t(`archives.none.${view}`)} hint={t('archives.noneHint')} />
      ) : (
        <Rows label={t('archives.views')}>
          {data.rows.map((line) => (
            <LineRow key={line.caseId} line={line} />
          ))}
        </Rows>
      )}
      <div className={hasFoot ? 'archive-foot' : undefined}>
        {offset > 0 && <Button onClick={() => setOffset(Math.max(0, offset - PAGE))}>{t('archives.newer')}</Button>}
        {offset + data.rows.length < data.total && (
          <Button onClick={() => setOffset(offset + PAGE)}>{t('archives.more')}</Button>
        )}
        {view === 'archived' && data.total > 0 && (
          <Button onClick={() => void navigate(paths.print('archive-list', `${year}-01-01|${year}-12-31`))}>
            {t('archives.printYear', { year })}
          </Button>
        )}
      </div>
    </Panel>
  )
}

function LineRow({ line }: { line: ArchiveLine }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today, accounts, me } = useWorkplace()
  const may = useMay()
  const { caseId, studentId, keepUntil, isHeld, destructionNo, archivedOn } = line
  const open = () => void navigate(paths.case(caseId))
  const isDue = keepUntil !== null && keepUntil <= today && !isHeld
  const isKeeper = me.roles.includes('director') || line.counselor === me.name
  return (
    <Row
      lead={line.no ?? line.caseNo}
      name={line.studentName}
      hint={[
        line.className,
        accounts.length > 1 && line.counselor,
        t('archives.closedOn', { day: formatDate(line.closedOn, today) }),
        archivedOn && t('archives.filedOn', { day: formatDate(archivedOn, today) }),
        line.box,
      ]
        .filter(Boolean)
        .join(' · ')}
      state={
        destructionNo ? (
          <Tag>{destructionNo}</Tag>
        ) : archivedOn === null ? undefined : (
          <Tag tone={isDue ? 'amber' : 'plain'}>
            {isDue
              ? t('archives.isDue')
              : keepUntil
                ? t('archives.keepUntil', { day: formatDate(keepUntil, today) })
                : t('archives.unlimited')}
          </Tag>
        )
      }
      verb={
        archivedOn === null && may('archives.file') && isKeeper ? (
          <Button size="small" onClick={() => openDialog({ kind: 'archive', studentId, caseId })}>
            {t('archives.file')}
          </Button>
        ) : undefined
      }
      onOpen={open}
    />
  )
}
