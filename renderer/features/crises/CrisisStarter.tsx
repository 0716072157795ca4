import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { formatTime, localNow } from '#lib/format'
import { studentsFoundQuery } from '#lib/students-found'
import { ErrorState } from '#ui/ErrorState'
import { Finder } from '#ui/Finder'
import { SheetDialog } from '#ui/SheetDialog'
import { useOpenCrisis } from './use-open-crisis.ts'

const UNKNOWN = 'unknown'

/** F9: at once for the student on the screen, else one question: who. */
export function CrisisStarter({ request, onClose }: DialogProps<DialogOf<'crisis'>>) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { data: hits = [], isFetching } = useQuery(studentsFoundQuery(text))
  const { open, openUnknown, error } = useOpenCrisis(onClose)
  const { studentId } = request
  const openAtOnce = useEffectEvent(open)
  useEffect(() => {
    if (studentId) openAtOnce(studentId)
  }, [studentId])

  if (studentId && !error) return null
  return (
    <SheetDialog title={t('crises.startTitle')} width={520} onClose={onClose}>
      {error !== null && (
        <ErrorState
          error={error}
          what={t('crises.openFailed')}
          onRetry={studentId ? () => open(studentId) : undefined}
        />
      )}
      {!studentId && (
        <Finder
          isLooking={isFetching}
          label={t('crises.who')}
          placeholder={t('crises.whoHint')}
          onText={setText}
          findings={(text.trim() === '' ? [] : hits).map((hit) => ({
            key: hit.id,
            name: hit.name,
            hint: [hit.className ?? hit.grade, hit.studentNo].filter(Boolean).join(' · '),
          }))}
          others={[{ key: UNKNOWN, name: t('crises.unknown'), hint: t('crises.unknownHint') }]}
          onPick={(key) =>
            key === UNKNOWN ? openUnknown(t('crises.unknownName', { time: formatTime(localNow()) })) : open(key)
          }
        />
      )}
    </SheetDialog>
  )
}
