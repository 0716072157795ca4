import { useQuery } from '@tanstack/react-query'
import { Checkbox, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { formatMoment, formatTime } from '#lib/format'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { SheetDialog } from '#ui/SheetDialog'
import { todayQueries } from './queries.ts'

/** One's bookings of a day, each with the next time that is free: all are moved in one go, or those that are ticked. */
export function MoveDayDialog({ day, onClose }: { day: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const { data: lines, error } = useQuery(todayQueries.dayToMove(day))
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const move = useWrite(client.appointments.moveDay, {
    invalidates: ['appointments', 'visits', 'students', 'days'],
    onSuccess: onClose,
  })
  const moves = (lines ?? []).flatMap(({ line, proposed }) =>
    proposed && !kept.has(line.visitId)
      ? [
          {
            visitId: line.visitId,
            studentId: line.studentId,
            from: proposed.from,
            until: proposed.until,
            overReason: t('today.unfitReason'),
          },
        ]
      : [],
  )
  const keep = (visitId: string) => {
    const others = new Set(kept)
    if (!others.delete(visitId)) others.add(visitId)
    setKept(others)
  }
  return (
    <SheetDialog
      title={t('today.moveDayTitle')}
      width={680}
      verb={t('today.moveThese', { count: moves.length })}
      isDisabled={moves.length === 0}
      isBusy={move.isPending}
      foot={t('today.moveDayFoot')}
      onSubmit={() => move.write({ day, moves })}
      onClose={onClose}
    >
      {(error ?? move.error) && <ErrorState error={error ?? move.error} what={t('today.moveDayFailed')} />}
      {!lines && !error && <Skeleton active title={false} />}
      <Rows label={t('today.moveDayTitle')}>
        {lines?.map(({ line, proposed }) => (
          <Row
            key={line.visitId}
            lead={formatTime(line.from)}
            name={line.studentName}
            hint={[
              line.className,
              proposed ? t('today.to', { moment: formatMoment(proposed.from, today) }) : t('today.noSlot'),
            ]
              .filter(Boolean)
              .join(' · ')}
            verb={
              proposed && (
                <Checkbox checked={!kept.has(line.visitId)} onChange={() => keep(line.visitId)}>
                  {t('today.moveIt')}
                </Checkbox>
              )
            }
          />
        ))}
      </Rows>
    </SheetDialog>
  )
}
