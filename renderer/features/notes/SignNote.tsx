import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '#contract/visits'
import { client, toAppError } from '#lib/client'
import { formatTime, localNow } from '#lib/format'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { SheetDialog } from '#ui/SheetDialog'

type Props = {
  visit: Visit
  beforeSigning: () => Promise<void>
  version: () => number
  onSigned: () => void
  onClose: () => void
}

/** One calm sentence before the note is closed for good. */
export function SignNote({ visit, beforeSigning, version, onSigned, onClose }: Props) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const canEnd = visit.state === 'arrived' && visit.arrivedAt?.slice(0, 10) === today
  const [endsToo, setEndsToo] = useState(canEnd)
  const [now] = useState(localNow)
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const about = { visitId: visit.id, studentId: visit.studentId }
  const { writeAsync: sign } = useWrite(client.notes.sign, { invalidates: ['notes', 'visits', 'students'] })
  const { writeAsync: end } = useWrite(client.visits.end, { invalidates: ['visits', 'students'] })

  const confirm = async () => {
    if (isBusy) return
    setBusy(true)
    setFailure(null)
    try {
      await beforeSigning()
      if (endsToo) await end({ ...about, at: now })
      await sign({ ...about, version: version() })
      onSigned()
      onClose()
    } catch (error) {
      setFailure(toAppError(error))
      setBusy(false)
    }
  }
  return (
    <SheetDialog
      title={t('notes.signTitle')}
      width={460}
      verb={t('notes.signVerb')}
      isBusy={isBusy}
      onSubmit={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('notes.signSentence')}</p>
      {canEnd && (
        <Checkbox className="note-end-too" checked={endsToo} onChange={(event) => setEndsToo(event.target.checked)}>
          {t('notes.endToo', { time: formatTime(now) })}
        </Checkbox>
      )}
      {failure !== null && <ErrorState error={failure} what={t('notes.signFailed')} isTextSafe />}
    </SheetDialog>
  )
}
