import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AppointmentLine } from '#contract/appointments'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatDay, formatTime } from '#lib/format'
import { useMay } from '#lib/rights'
import { useWrite } from '#lib/use-write'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { calendarQueries } from './queries.ts'
import { useBlockWords } from './use-block-words.ts'

/** Who is asked on the day before whether they come (S12). */
export function ConfirmList() {
  const { t } = useTranslation()
  const { data: lines, error, refetch } = useQuery(calendarQueries.toConfirm())
  if (error) return <ErrorState error={error} what={t('calendar.confirmFailed')} onRetry={() => void refetch()} />
  if (!lines) return <Skeleton active title={false} paragraph={{ rows: 3 }} />
  if (lines.length === 0) return <EmptyState title={t('calendar.allConfirmed')} hint={t('calendar.allConfirmedHint')} />
  return (
    <ul className="waits">
      {lines.map((line) => (
        <ConfirmRow key={line.visitId} line={line} />
      ))}
    </ul>
  )
}

function ConfirmRow({ line }: { line: AppointmentLine }) {
  const { t } = useTranslation()
  const may = useMay()
  const { nameOf, factsOf } = useBlockWords()
  const { visitId, studentId } = line
  const confirm = useWrite(client.appointments.confirm, { invalidates: ['appointments', 'visits'] })
  return (
    <li className="wait">
      <div className="wait-first">
        <strong>{nameOf(line)}</strong>
        <span className="row-hint">{factsOf(line, true).join(' · ')}</span>
      </div>
      <div className="wait-second">
        {formatDay(line.from)} {formatTime(line.from)}–{formatTime(line.until)}
      </div>
      {may('appointments.confirm') && (
        <div className="wait-verbs">
          <Button
            size="small"
            loading={confirm.isPending}
            onClick={() => confirm.write({ visitId, studentId, confirmed: true })}
          >
            {t('calendar.confirm')}
          </Button>
          <Button size="small" type="text" onClick={() => openDialog({ kind: 'rebook', line })}>
            {t('calendar.rebook')}
          </Button>
          <Button
            size="small"
            type="text"
            onClick={() => openDialog({ kind: 'visit-off', visitId, studentId, state: 'cancelled' })}
          >
            {t('calendar.cancel')}
          </Button>
        </div>
      )}
      {confirm.error && <p className="field-error">{t('calendar.notDone')}</p>}
    </li>
  )
}
