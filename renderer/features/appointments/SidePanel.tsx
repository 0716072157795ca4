import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import type { PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Wait } from '#contract/waits'
import { openDialog } from '#lib/dialogs'
import { useMay } from '#lib/rights'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Tabs } from '#ui/Tabs'
import type { Side } from './calendar-view.ts'
import { ConfirmList } from './ConfirmList.tsx'
import { calendarQueries } from './queries.ts'
import { WaitRow } from './WaitRow.tsx'

type Props = {
  side: Side
  onSide: (side: Side | null) => void
  onGrab: (event: PointerEvent, wait: Wait) => void
  onBook: (wait: Wait) => void
}

/** Beside the calendar: who waits for a time, and whose time is to be confirmed. */
export function SidePanel({ side, onSide, onGrab, onBook }: Props) {
  const { t } = useTranslation()
  return (
    <aside className="cal-side" aria-label={t(`calendar.sides.${side}`)}>
      <div className="cal-side-head">
        <Tabs
          label={t('calendar.beside')}
          value={side}
          tabs={(['waits', 'confirm'] as const).map((value) => ({ value, label: t(`calendar.sides.${value}`) }))}
          onChange={onSide}
        />
        <Button size="small" type="text" aria-label={t('calendar.closeSide')} onClick={() => onSide(null)}>
          ×
        </Button>
      </div>
      <div className="cal-side-list">
        {side === 'waits' ? <Waits onGrab={onGrab} onBook={onBook} /> : <ConfirmList />}
      </div>
    </aside>
  )
}

function Waits({ onGrab, onBook }: Pick<Props, 'onGrab' | 'onBook'>) {
  const { t } = useTranslation()
  const may = useMay()
  const { data: waits, error, refetch } = useQuery(calendarQueries.waits())
  const add = may('waits.add') && (
    <Button onClick={() => openDialog({ kind: 'wait', studentId: null })}>{t('calendar.addWait')}</Button>
  )
  if (error) return <ErrorState error={error} what={t('calendar.waitsFailed')} onRetry={() => void refetch()} />
  if (!waits) return <Skeleton active title={false} paragraph={{ rows: 3 }} />
  if (waits.length === 0)
    return (
      <EmptyState title={t('calendar.nobodyWaits')} hint={t('calendar.nobodyWaitsHint')}>
        {add}
      </EmptyState>
    )
  return (
    <>
      {may('appointments.book') && <p className="field-hint">{t('calendar.waitsHint')}</p>}
      <ul className="waits">
        {waits.map((wait) => (
          <WaitRow key={wait.id} wait={wait} onGrab={onGrab} onBook={onBook} />
        ))}
      </ul>
      {add}
    </>
  )
}
