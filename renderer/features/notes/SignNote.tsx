import { useQuery } from '@tanstack/react-query'
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
import { WrongFile } from './WrongFile.tsx'

type Props = {
  visit: Visit
  studentName: string
  beforeSigning: () => Promise<void>
  version: () => number
  onSigned: () => void
  onClose: () => void
}

/** One calm sentence before the note is closed for good. */
export function SignNote({ visit, studentName, beforeSigning, version, onSigned, onClose }: Props) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const canEnd = visit.state === 'arrived' && visit.arrivedAt?.slice(0, 10) === today
  const [endsToo, setEndsToo] = useState(canEnd)
  const [now] = useState(localNow)
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const [isSure, setSure] = useState(false)
  const { data: names } = useQuery({
    queryKey: ['notes', 'names', visit.id],
    queryFn: async () => {
      await beforeSigning()
      return client.notes.namesOthers({ visitId: visit.id })
    },
    staleTime: 0,
    gcTime: 0,
  })
  const mayBeWrong = names !== undefined && names.others.length > 0
  const about = { visitId: visit.id, studentId: visit.studentId }
  const { writeAsync: sign } = useWrite(client.notes.sign, { invalidates: ['notes', 'visits', 'students'] })
  const { writeAsync: end } = useWrite(client.visits.end, { invalidates: ['visits', 'students'] })

  const confirm = async () => {
    if (isBusy || (mayBeWrong && !isSure)) return
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
      isDisabled={mayBeWrong && !isSure}
      onSubmit={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('notes.signSentence')}</p>
      {names && <WrongFile names={names} studentName={studentName} isSure={isSure} onSure={setSure} />}
      {canEnd && (
        <Checkbox className="note-end-too" checked={endsToo} onChange={(event) => setEndsToo(event.target.checked)}>
          {t('notes.endToo', { time: formatTime(now) })}
        </Checkbox>
      )}
      {failure !== null && <ErrorState error={failure} what={t('notes.signFailed')} isTextSafe />}
    </SheetDialog>
  )
}
