import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { useMay } from '#lib/rights'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { MoveDayDialog } from './MoveDayDialog.tsx'
import { todayQueries } from './queries.ts'

/** While somebody is not fit to receive: which bookings still stand, and the way back. */
export function UnfitBar() {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const [isMoving, setMoving] = useState(false)
  const may = useMay()
  const { data: state } = useQuery({ ...todayQueries.dayState(), enabled: may('days.state') })
  const isUnfit = state !== undefined && state.unfitSince !== null
  const { data: toMove = [] } = useQuery({ ...todayQueries.dayToMove(today), enabled: isUnfit })
  const withdraw = useWrite(client.days.withdrawUnfit, { invalidates: ['days'] })
  if (!isUnfit) return null
  return (
    <div className="today-unfit" role="status">
      <span>
        {t('today.unfit')}
        {toMove.length > 0 ? t('today.unfitLeft', { count: toMove.length }) : t('today.unfitClear')}
      </span>
      {toMove.length > 0 && (
        <Button size="small" type="primary" onClick={() => setMoving(true)}>
          {t('today.moveDay')}
        </Button>
      )}
      <Button size="small" type="text" loading={withdraw.isPending} onClick={() => withdraw.write({})}>
        {t('today.fitAgain')}
      </Button>
      {isMoving && <MoveDayDialog day={today} onClose={() => setMoving(false)} />}
    </div>
  )
}
