import { Button } from 'antd'
import type { PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Wait } from '#contract/waits'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { useMay } from '#lib/rights'
import { useWrite } from '#lib/use-write'
import { RiskTag } from '#ui/RiskTag'
import { UrgencyTag } from '#ui/UrgencyTag'

type Props = {
  wait: Wait
  onGrab: (event: PointerEvent, wait: Wait) => void
  /** Books without the pointer. */
  onBook: (wait: Wait) => void
}

/** Somebody who waits; the row can be dragged to a free place of the calendar. */
export function WaitRow({ wait, onGrab, onBook }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const mayBook = may('appointments.book')
  const leave = useWrite(client.waits.leave, { invalidates: ['waits', 'students'] })
  return (
    <li
      className={mayBook ? 'wait wait-movable' : 'wait'}
      onPointerDown={(event) => {
        if (mayBook && event.target instanceof Element && !event.target.closest('button')) onGrab(event, wait)
      }}
    >
      <div className="wait-first">
        <strong>{wait.studentName}</strong>
        <span className="row-hint">{wait.className}</span>
        {wait.urgency !== 'routine' && <UrgencyTag urgency={wait.urgency} />}
        <RiskTag rank={wait.riskRank} />
      </div>
      <div className="wait-second">
        {[
          t('calendar.waitingDays', { n: wait.days }),
          wait.receiverName && t('calendar.wishes', { name: wait.receiverName }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {wait.wish && <div className="wait-second">{wait.wish}</div>}
      {mayBook && (
        <div className="wait-verbs">
          <Button size="small" onClick={() => onBook(wait)}>
            {t('calendar.findTime')}
          </Button>
          <Button
            size="small"
            type="text"
            onClick={() => openDialog({ kind: 'wait', studentId: wait.studentId, wait })}
          >
            {t('calendar.change')}
          </Button>
          <Button
            size="small"
            type="text"
            loading={leave.isPending}
            onClick={() => leave.write({ waitId: wait.id, studentId: wait.studentId, outcome: 'not-needed' })}
          >
            {t('calendar.noLonger')}
          </Button>
        </div>
      )}
      {leave.error && <p className="field-error">{t('calendar.notDone')}</p>}
    </li>
  )
}
