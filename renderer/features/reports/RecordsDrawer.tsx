import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ShownLine } from '#contract/report-shown'
import { reportWords } from '#contract/report-text'
import type { ReportRecord } from '#contract/reports'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { currentLanguage } from '#lib/words'
import { riskLabel, useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import type { Period } from './periods.ts'
import { reportQueries, type Behind } from './queries.ts'

const STEP = 100

type Props = { period: Period; behind: Behind; line: ShownLine; onClose: () => void }

/** The records that one number counts, and what it counts. */
export function RecordsDrawer({ period, behind, line, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [shown, setShown] = useState(STEP)
  const { data, error, refetch } = useQuery(reportQueries.records(period, behind))
  const { columns } = reportWords(currentLanguage())
  const isMean = /^(mean|median)-/u.test(behind.key)
  const title = isMean
    ? t('reports.basis', { line: line.label })
    : t('reports.recordsOf', {
        line: line.label,
        measure: behind.measure === 'persons' ? columns.persons : columns.visitsOrTimes,
        n: line[behind.measure],
      })
  const left = (data?.length ?? 0) - shown
  return (
    <Drawer open size={560} title={title} onClose={onClose} className="report-drawer">
      <p className="report-drawer-hint">{line.definition}</p>
      <p className="report-drawer-hint">{t('reports.recordsHint')}</p>
      {error && <ErrorState error={error} what={t('reports.recordsFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <p className="report-drawer-hint">{t('reports.counting')}</p>}
      {data && (
        <Rows label={t('reports.records')}>
          {data.slice(0, shown).map((record) => (
            <RecordRow key={record.id} record={record} onOpen={() => void navigate(pathOf(record))} />
          ))}
        </Rows>
      )}
      {left > 0 && (
        <Button onClick={() => setShown(shown + STEP)}>{t('reports.more', { n: Math.min(left, STEP) })}</Button>
      )}
    </Drawer>
  )
}

function RecordRow({ record, onOpen }: { record: ReportRecord; onOpen: () => void }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const what = useWhat()
  return (
    <Row
      lead={formatDate(record.on, today)}
      name={record.studentName}
      hint={[record.className, what(record), record.no].filter(Boolean).join(' · ')}
      verb={<Button onClick={onOpen}>{t('reports.open')}</Button>}
      onOpen={onOpen}
    />
  )
}

const pathOf = ({ kind, id, studentId }: ReportRecord): string => {
  if (kind === 'visit') return paths.note(id)
  if (kind === 'crisis') return paths.crisis(id)
  if (kind === 'assessment') return paths.assessment(id)
  return kind === 'referral' ? paths.referral(id) : paths.student(studentId)
}

/** The code of a record in words. */
function useWhat() {
  const { t } = useTranslation()
  const { riskLevels } = useWorkplace()
  return ({ kind, what }: ReportRecord): string => {
    switch (kind) {
      case 'visit':
        return what === 'none' ? t('reports.noProblem') : t(`codes.problems.${what}`)
      case 'crisis':
        return what === 'open' ? t('reports.inProgress') : t(`codes.crisisOutcomes.${what}`)
      case 'referral':
        return t(`codes.institutions.${what}`)
      case 'case':
        return what === 'open' ? t('reports.inHand') : t(`codes.closeReasons.${what}`)
      case 'risk':
        return riskLabel(Number(what), riskLevels)
      case 'assessment':
        return what
    }
  }
}
