import './growth.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { growthLines, type GrowthLine } from './growth-lines.ts'
import { growthQuery } from './queries.ts'

const SHOWN = 6

/** 成长档案: steps of one student, between visits and tests; what may be shared is marked (S44). */
export function GrowthPanel({ studentId }: { studentId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayWrite = useMayWrite()
  const [showsAll, setShowsAll] = useState(false)
  const { data, error, refetch } = useQuery(growthQuery(studentId))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const entries = data?.entries ?? []
  const lines = growthLines(entries, data?.marks ?? [])
  const add = () => openDialog({ kind: 'growth', studentId, growthId: null })
  return (
    <Panel
      title={t('growth.title')}
      extra={
        entries.length > 0 && (
          <>
            <Button size="small" type="text" onClick={() => void navigate(paths.print('growth', studentId))}>
              {t('growth.print')}
            </Button>
            {mayWrite && (
              <Button size="small" onClick={add}>
                {t('growth.add')}
              </Button>
            )}
          </>
        )
      }
    >
      {data && entries.length === 0 ? (
        <EmptyState title={t('growth.none')} hint={t('growth.noneHint')}>
          {mayWrite && <Button onClick={add}>{t('growth.add')}</Button>}
        </EmptyState>
      ) : (
        <Rows label={t('growth.title')}>
          {(showsAll ? lines : lines.slice(0, SHOWN)).map((line) => (
            <LineRow key={line.key} line={line} />
          ))}
        </Rows>
      )}
      {entries.length > 0 && !showsAll && lines.length > SHOWN && (
        <Button size="small" type="text" onClick={() => setShowsAll(true)}>
          {t('growth.more', { n: lines.length })}
        </Button>
      )}
    </Panel>
  )
}

function LineRow({ line: { onDay, entry, mark } }: { line: GrowthLine }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const mayWrite = useMayWrite()
  const day = formatDate(onDay, today)
  if (!entry)
    return (
      <Row
        lead={<span className="growth-day">{day}</span>}
        name={
          <span className="growth-mark">
            {mark?.kind === 'visit' ? t('growth.visit', { n: mark.name }) : t('growth.test', { name: mark?.name })}
          </span>
        }
      />
    )
  return (
    <Row
      lead={<span className="growth-day">{day}</span>}
      name={entry.text}
      hint={t(`codes.growthKinds.${entry.kind}`)}
      state={
        <Tag tone={entry.isShareable ? 'green' : 'plain'}>
          {t(entry.isShareable ? 'growth.shareable' : 'growth.private')}
        </Tag>
      }
      verb={
        mayWrite && (
          <Button
            size="small"
            type="text"
            onClick={() => openDialog({ kind: 'growth', studentId: entry.studentId, growthId: entry.id })}
          >
            {t('growth.change')}
          </Button>
        )
      }
    />
  )
}
