import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { byDay, clashes, moved, without } from '#lib/dealt-plan'
import { formatDay, formatTime } from '#lib/format'
import { EmptyState } from '#ui/EmptyState'
import { MomentField } from '#ui/MomentField'
import { Panel } from '#ui/Panel'
import type { Plan, PlannedSeat } from './round-view.ts'

type Props = {
  plan: Plan
  minutes: number
  isBusy: boolean
  onChange: (seats: PlannedSeat[]) => void
  onBook: () => void
}

/** Day by day who would come. Nothing is booked before the button says so. */
export function PlanPanel({ plan: { seats, left }, minutes, isBusy, onChange, onBook }: Props) {
  const { t } = useTranslation()
  const [moving, setMoving] = useState<string | null>(null)
  const crossed = clashes(seats, minutes)
  if (seats.length === 0)
    return (
      <Panel>
        <EmptyState
          title={t('screening-files.deal.noneFits')}
          hint={t(left > 0 ? 'screening-files.deal.noneFitsHint' : 'screening-files.deal.noneLeft')}
        />
      </Panel>
    )
  return (
    <Panel className="round-plan" title={t('screening-files.deal.plan')} extra={t('screening-files.deal.planHint')}>
      <div className="round-plan-days">
        {byDay(seats).map(({ day, seats: ofDay }) => (
          <section key={day} aria-label={formatDay(day)}>
            <h3>{formatDay(day)}</h3>
            <ul>
              {ofDay.map((seat) => (
                <li key={seat.studentId} className={crossed.has(seat.studentId) ? 'round-clash' : undefined}>
                  <span className="round-plan-time">{formatTime(seat.at)}</span>
                  <strong>{seat.studentName}</strong>
                  <span className="round-plan-class">{seat.className}</span>
                  {moving === seat.studentId ? (
                    <MomentField
                      label={t('screening-files.deal.moveOf', { name: seat.studentName })}
                      value={seat.at}
                      onChange={(at) => {
                        setMoving(null)
                        if (at) onChange(moved(seats, seat.studentId, at))
                      }}
                    />
                  ) : (
                    <button
                      type="button"
                      className="entry-verb"
                      aria-label={t('screening-files.deal.moveOf', { name: seat.studentName })}
                      onClick={() => setMoving(seat.studentId)}
                    >
                      {t('screening-files.deal.move')}
                    </button>
                  )}
                  <button
                    type="button"
                    className="entry-verb"
                    aria-label={t('screening-files.deal.removeOf', { name: seat.studentName })}
                    onClick={() => onChange(without(seats, seat.studentId))}
                  >
                    {t('screening-files.deal.remove')}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <footer className="round-plan-foot">
        <p className={crossed.size > 0 ? 'round-missing' : undefined} role="status">
          {crossed.size > 0
            ? t('screening-files.deal.crossed', { n: crossed.size })
            : left > 0
              ? t('screening-files.deal.left', { n: left })
              : t('screening-files.deal.allFit')}
        </p>
        <Button type="primary" loading={isBusy} disabled={crossed.size > 0} onClick={onBook}>
          {t('screening-files.deal.book', { n: seats.length })}
        </Button>
      </footer>
    </Panel>
  )
}
