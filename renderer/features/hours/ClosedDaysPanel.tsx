import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClosedDay } from '#contract/hours'
import { client } from '#lib/client'
import { useWrite } from '#lib/use-write'
import { EmptyState } from '#ui/EmptyState'
import { Panel } from '#ui/Panel'
import { ClosedDayRow } from './ClosedDayRow.tsx'

const dayOf = (day: string): ClosedDay => ({
  id: crypto.randomUUID(),
  kind: 'holiday',
  name: '',
  fromDay: day,
  toDay: day,
  asWeekday: null,
})

/** Holidays, exam weeks, days that are worked instead; by date. */
export function ClosedDaysPanel({ days, today }: { days: readonly ClosedDay[]; today: string }) {
  const { t } = useTranslation()
  const [fresh, setFresh] = useState<ClosedDay[]>([])
  const { write: remove } = useWrite(client.hours.removeClosedDay, { invalidates: ['hours', 'appointments'] })
  const known = new Set(days.map(({ id }) => id))
  const rows = [...days, ...fresh.filter(({ id }) => !known.has(id))]
  return (
    <Panel title={t('hours.closed.title')}>
      <p className="setting-hint">{t('hours.closed.hint')}</p>
      {rows.length === 0 && <EmptyState title={t('hours.closed.empty')} hint={t('hours.closed.emptyHint')} />}
      <ul className="hours-closed">
        {rows.map((day) => (
          <ClosedDayRow
            key={day.id}
            start={day}
            onRemove={() => {
              setFresh((those) => those.filter(({ id }) => id !== day.id))
              if (known.has(day.id)) remove({ id: day.id })
            }}
          />
        ))}
      </ul>
      <Button size="small" onClick={() => setFresh([...fresh, dayOf(rows.at(-1)?.toDay ?? today)])}>
        {t('hours.closed.add')}
      </Button>
    </Panel>
  )
}
