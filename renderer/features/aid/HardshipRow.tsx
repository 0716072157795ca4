import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hardship } from '#contract/aid'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { ErrorState } from '#ui/ErrorState'
import { Row } from '#ui/Row'
import { Tag } from '#ui/Tag'

type Props = { studentId: string; hardship: Hardship; mayWrite: boolean }

/** The mark of hard times, as long as it stands and after it was ended. */
export function HardshipRow({ studentId, hardship, mayWrite }: Props) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const [isEnding, setEnding] = useState(false)
  const end = useWrite(client.aid.endMark, {
    invalidates: ['aid', 'students'],
    onSuccess: () => setEnding(false),
  })
  const { since, endedOn, note, by } = hardship
  return (
    <>
      <Row
        lead={formatDate(since, today)}
        name={t('aid.mark')}
        hint={by}
        second={note || undefined}
        state={
          endedOn === null ? (
            <Tag>{t('aid.since', { date: formatDate(since, today) })}</Tag>
          ) : (
            <Tag>{t('aid.ended', { date: formatDate(endedOn, today) })}</Tag>
          )
        }
        verb={
          mayWrite &&
          endedOn === null && (
            <div className="form-row-line">
              <Button size="small" type="text" onClick={() => setEnding(true)}>
                {t('aid.endMark')}
              </Button>
              <Button size="small" onClick={() => openDialog({ kind: 'hardship', studentId, hardship })}>
                {t('aid.changeMark')}
              </Button>
            </div>
          )
        }
      />
      {isEnding && (
        <ConfirmDialog
          title={t('aid.endTitle')}
          verb={t('aid.endMark')}
          isBusy={end.isPending}
          onConfirm={() => end.write({ studentId, endedOn: since > today ? since : today })}
          onCancel={() => setEnding(false)}
        >
          <p>{t('aid.endHint')}</p>
          {end.error && <ErrorState error={end.error} what={t('aid.failed')} isTextSafe />}
        </ConfirmDialog>
      )}
    </>
  )
}
