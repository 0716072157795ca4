import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { CaseLine } from '#contract/cases'
import { ARCHIVE_VIEWS, type ArchiveView, CASE_STATES } from '#contract/case-tables'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useCodes } from '#lib/use-codes'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { PageHeader } from '#ui/PageHeader'
import { Panel } from '#ui/Panel'
import { RiskTag } from '#ui/RiskTag'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { ReopenCase } from './ReopenCase.tsx'

type View = (typeof CASE_STATES)[number] | ArchiveView

const PAGE = 50
const MOST = 200

const isArchive = (view: View): view is ArchiveView => ARCHIVE_VIEWS.some((one) => one === view)

/** Open and closed cases; `Archive` lists those on their way through the archive. */
export function CasesPage({ Archive }: { Archive: ComponentType<{ view: ArchiveView }> }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { accounts } = useWorkplace()
  const codes = useCodes()
  const [view, setView] = useState<View>('open')
  const state = isArchive(view) ? 'closed' : view
  const [limit, setLimit] = useState(PAGE)
  const [offset, setOffset] = useState(0)
  const [reopening, setReopening] = useState<CaseLine | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['cases', 'list', state, offset, limit],
    queryFn: () => client.cases.list({ state, offset, limit }),
    placeholderData: keepPreviousData,
    enabled: !isArchive(view),
  })
  const show = (wanted: View) => {
    setView(wanted)
    setLimit(PAGE)
    setOffset(0)
  }
  /** Longer lists grow to the most that one call gives, then go on page by page. */
  const more = () => (limit < MOST ? setLimit(Math.min(MOST, limit + PAGE)) : setOffset(offset + MOST))
  return (
    <>
      <PageHeader title={t('frame.pages.cases')} hint={data && !isArchive(view) && t('cases.count', { n: data.total })}>
        <Chips<View>
          label={t('cases.state')}
          value={view}
          options={[...codes('caseStates', CASE_STATES), ...codes('archiveViews', ARCHIVE_VIEWS)]}
          onChange={show}
        />
        {accounts.length > 1 && (
          <Button type="text" onClick={() => void navigate(paths.supervision)}>
            {t('supervision.fromCases')}
          </Button>
        )}
      </PageHeader>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isArchive(view) && <Archive key={view} view={view} />}
      {data && !isArchive(view) && (
        <Panel>
          {data.rows.length === 0 ? (
            <EmptyState title={t(`cases.none.${state}`)} hint={t('cases.noneHint')} />
          ) : (
            <Rows label={t('frame.pages.cases')}>
              {data.rows.map((line) => (
                <CaseRow key={line.id} line={line} onReopen={() => setReopening(line)} />
              ))}
            </Rows>
          )}
          {(offset > 0 || offset + data.rows.length < data.total) && (
            <div className="form-row-line">
              {offset > 0 && <Button onClick={() => setOffset(Math.max(0, offset - MOST))}>{t('cases.newer')}</Button>}
              {offset + data.rows.length < data.total && <Button onClick={more}>{t('cases.more')}</Button>}
            </div>
          )}
        </Panel>
      )}
      {reopening && <ReopenCase line={reopening} onClose={() => setReopening(null)} />}
    </>
  )
}

function CaseRow({ line, onReopen }: { line: CaseLine; onReopen: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today, me, accounts } = useWorkplace()
  const may = useMay()
  const isOpen = line.state === 'open'
  const open = () => void navigate(paths.case(line.id))
  const close = () => openDialog({ kind: 'close-case', studentId: line.studentId, caseId: line.id })
  return (
    <Row
      lead={line.no}
      name={line.studentName}
      hint={[
        line.className,
        accounts.length > 1 && line.counselor,
        t('cases.visits', { n: line.visitCount }),
        line.lastVisitOn && t('cases.lastVisit', { day: formatDate(line.lastVisitOn, today) }),
        line.closedOn && t('cases.closedOn', { day: formatDate(line.closedOn, today) }),
        line.closeReason && t(`codes.closeReasons.${line.closeReason}`),
      ]
        .filter(Boolean)
        .join(' · ')}
      state={line.riskRank ? <RiskTag rank={line.riskRank} /> : undefined}
      verb={
        <>
          {may('cases.close') && line.counselorId === me.id && (
            <Button size="small" type="text" onClick={isOpen ? close : onReopen}>
              {t(isOpen ? 'cases.close' : 'cases.reopen')}
            </Button>
          )}
          <Button size="small" onClick={open}>
            {t('cases.open')}
          </Button>
        </>
      }
      onOpen={open}
    />
  )
}
