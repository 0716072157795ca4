import './archives.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { localOf } from '#contract/calendar'
import type { Archive } from '#contract/archives'
import { caseQueries } from '#lib/case-queries'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { PaperRows } from './PaperRows.tsx'
import { archiveQueries } from './queries.ts'

type About = { studentId: string; caseId: string }

/** The paper file of a case and, once it is closed, its place in the archive and its end. */
export function ArchivePanel({ studentId, caseId }: About) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data: one } = useQuery(caseQueries.one(caseId))
  const { data, error, refetch } = useQuery(archiveQueries.of(caseId))
  const mayKeep = useMayKeep()
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data || !one) return <Panel title={t('archives.title')}>{null}</Panel>
  const { archive, papers } = data
  const isGone = archive?.destruction !== null && archive?.destruction !== undefined
  return (
    <Panel
      title={t('archives.title')}
      extra={
        !isGone && (
          <Button size="small" type="text" onClick={() => void navigate(paths.print('file-checklist', caseId))}>
            {t('archives.printList')}
          </Button>
        )
      }
    >
      {!isGone && (
        // Handed over at the end: while the case is open the list waits folded.
        <details className="paper-fold" open={one.state !== 'open'}>
          <summary>{t('archives.noted', { n: papers.filter(({ state }) => state).length, of: papers.length })}</summary>
          <PaperRows studentId={studentId} caseId={caseId} papers={papers} />
        </details>
      )}
      {archive ? (
        <ArchiveRow archive={archive} about={{ studentId, caseId }} />
      ) : one.state === 'open' ? (
        <p className="field-hint">{t('archives.notClosed')}</p>
      ) : (
        mayKeep && (
          <Button onClick={() => openDialog({ kind: 'archive', studentId, caseId })}>{t('archives.file')}</Button>
        )
      )}
    </Panel>
  )
}

/** The counselor of the case, or the director for anybody’s. */
function useMayKeep(): boolean {
  const { me } = useWorkplace()
  const mayWrite = useMayWrite()
  const may = useMay()
  return may('archives.file') && (mayWrite || me.roles.includes('director'))
}

function ArchiveRow({ archive, about }: { archive: Archive; about: About }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const mayKeep = useMayKeep()
  const { no, box, archivedOn, keepUntil, holdReason, destruction } = archive
  const isDue = keepUntil !== null && keepUntil <= today
  if (destruction)
    return (
      <Rows label={t('archives.title')}>
        <Row
          name={t('archives.destroyed', { no: destruction.no })}
          hint={t('archives.no', { no })}
          second={t('archives.destroyedOn', { ...destruction, day: formatDate(localOf(destruction.at), today) })}
          verb={
            <Button size="small" onClick={() => void navigate(paths.print('destruction', about.caseId))}>
              {t('archives.certificate')}
            </Button>
          }
        />
      </Rows>
    )
  return (
    <>
      <Rows label={t('archives.title')}>
        <Row
          name={t('archives.no', { no })}
          hint={[t('archives.filedOn', { day: formatDate(archivedOn, today) }), box].filter(Boolean).join(' · ')}
          {...(holdReason ? { second: t('archives.held', { reason: holdReason }) } : {})}
          state={
            isDue && !holdReason ? (
              <Tag tone="amber">{t('archives.isDue')}</Tag>
            ) : (
              <Tag>
                {keepUntil ? t('archives.keepUntil', { day: formatDate(keepUntil, today) }) : t('archives.unlimited')}
              </Tag>
            )
          }
          verb={
            mayKeep && (
              <Button size="small" onClick={() => openDialog({ kind: 'archive', ...about })}>
                {t('archives.change')}
              </Button>
            )
          }
        />
      </Rows>
      {mayKeep && !holdReason && (
        <div className="archive-foot">
          <Button
            type={isDue ? 'default' : 'text'}
            danger={isDue}
            onClick={() => openDialog({ kind: 'destroy', ...about })}
          >
            {t(isDue ? 'archives.destroy' : 'archives.destroyEarly')}
          </Button>
        </div>
      )}
    </>
  )
}
