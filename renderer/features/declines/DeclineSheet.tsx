import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import type { Decline } from '#contract/declines'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { useMay } from '#lib/rights'
import { useWho } from '#lib/student-header'
import { useWrite } from '#lib/use-write'
import { whoseQuery } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { EarlierButton } from '#ui/EarlierButton'
import { ErrorState } from '#ui/ErrorState'
import { FactList } from '#ui/FactList'
import { SideSheet } from '#ui/SideSheet'
import { UnopenedSheet } from '#ui/UnopenedSheet'
import { declineQuery } from './queries.ts'

/** What a student said who does not want to come; ended with one click. */
export function DeclineSheet({ request, onClose }: DialogProps<DialogOf<'decline-sheet'>>) {
  const { t } = useTranslation()
  const { data, error } = useQuery(declineQuery(request.declineId))
  const { who } = useWho(request.studentId)
  if (!data)
    return (
      <UnopenedSheet
        title={t('declines.title')}
        who={who}
        studentId={request.studentId}
        error={error}
        what={t('declines.openFailed')}
        onClose={onClose}
      />
    )
  return <OpenDecline decline={data} who={who} onClose={onClose} />
}

type Props = { decline: Decline; who: ReturnType<typeof useWho>['who']; onClose: () => void }
function OpenDecline({ decline, who, onClose }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useWorkplace()
  const [isRemoving, setRemoving] = useState(false)
  const { id: declineId, studentId } = decline
  const closing = {
    invalidates: ['declines', 'students', 'screenings', 'followups', 'cases'],
    onSuccess: onClose,
  } as const
  const end = useWrite(client.declines.end, closing)
  const remove = useWrite(client.declines.remove, closing)
  const { data: whose } = useQuery(whoseQuery({ subject: 'decline', id: declineId }))
  const mayWrite = may('declines.record') && whose?.mayWrite === true
  return (
    <SideSheet
      title={t('declines.title')}
      who={who}
      onClose={onClose}
      foot={
        <>
          {mayWrite && (
            <>
              <Button type="text" onClick={() => setRemoving(true)}>
                {t('declines.remove')}
              </Button>
              <Button onClick={() => openDialog({ kind: 'decline', studentId, decline })}>
                {t('declines.change')}
              </Button>
            </>
          )}
          {may('declines.record') && decline.endedAt === null && (
            <Button type="primary" loading={end.isPending} onClick={() => end.write({ declineId, studentId })}>
              {t('declines.end')}
            </Button>
          )}
        </>
      }
    >
      <FactList
        facts={[
          [t('declines.onDay'), [formatDate(decline.onDay, today), decline.by].join(' · ')],
          [t('declines.because'), t(`codes.declineCauses.${decline.askedBecause}`)],
          [t('declines.words'), decline.words],
          [t('declines.askAgain'), decline.askAgainOn && formatDate(decline.askAgainOn, today)],
          [
            t('declines.ended'),
            decline.endedAt &&
              [formatDate(localOf(decline.endedAt), today), decline.endedBy].filter(Boolean).join(' · '),
          ],
        ]}
      />
      <p className="field-hint">{t('declines.hint')}</p>
      <EarlierButton record="decline" recordId={declineId} studentId={studentId} />
      {end.error && <ErrorState error={end.error} what={t('declines.keepFailed')} isTextSafe />}
      {isRemoving && (
        <ConfirmDialog
          title={t('declines.removeTitle')}
          verb={t('declines.remove')}
          reasonLabel={t('declines.removeReason')}
          isBusy={remove.isPending}
          error={remove.error}
          onConfirm={(reason) => remove.write({ declineId, studentId, reason })}
          onCancel={() => setRemoving(false)}
        />
      )}
    </SideSheet>
  )
}
