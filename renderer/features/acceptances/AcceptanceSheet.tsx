import './acceptances.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Acceptance } from '#contract/acceptances'
import { localOf } from '#contract/calendar'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { formatDate, formatMoment } from '#lib/format'
import { useMay } from '#lib/rights'
import { useWho } from '#lib/student-header'
import { useWrite } from '#lib/use-write'
import { whoseQuery } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { EarlierButton } from '#ui/EarlierButton'
import { FactList } from '#ui/FactList'
import { SideSheet } from '#ui/SideSheet'
import { Tag } from '#ui/Tag'
import { UnopenedSheet } from '#ui/UnopenedSheet'
import { AcceptPart } from './AcceptPart.tsx'
import { AssignPart } from './AssignPart.tsx'
import { NextStep } from './NextStep.tsx'
import { acceptanceQueries } from './queries.ts'

/** One request: read, assigned, taken on, given back, or answered because the student does not want to come. */
export function AcceptanceSheet({ request, onClose }: DialogProps<DialogOf<'acceptance-sheet'>>) {
  const { t } = useTranslation()
  const { data, error } = useQuery(acceptanceQueries.one(request.acceptanceId))
  const { who } = useWho(request.studentId)
  if (!data)
    return (
      <UnopenedSheet
        title={t('acceptances.title')}
        who={who}
        studentId={request.studentId}
        error={error}
        what={t('acceptances.openFailed')}
        onClose={onClose}
      />
    )
  return <OpenRequest acceptance={data} who={who} onClose={onClose} />
}

type Props = { acceptance: Acceptance; who: ReturnType<typeof useWho>['who']; onClose: () => void }
function OpenRequest({ acceptance, who, onClose }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useWorkplace()
  const [isRemoving, setRemoving] = useState(false)
  const { id: acceptanceId, studentId, state } = acceptance
  const remove = useWrite(client.acceptances.remove, { invalidates: ['acceptances', 'students'], onSuccess: onClose })
  const { data: whose } = useQuery(whoseQuery({ subject: 'acceptance', id: acceptanceId }))
  const mayWrite = may('acceptances.update') && whose?.mayWrite === true
  const isWaiting = state !== 'accepted' && state !== 'declined'
  return (
    <SideSheet
      title={t('acceptances.sheetNo', { no: acceptance.no })}
      who={who}
      size={600}
      onClose={onClose}
      foot={
        <>
          {mayWrite && (
            <>
              <Button type="text" onClick={() => setRemoving(true)}>
                {t('acceptances.remove')}
              </Button>
              <Button type="text" onClick={() => openDialog({ kind: 'acceptance', studentId, acceptance })}>
                {t('acceptances.change')}
              </Button>
            </>
          )}
          {isWaiting && may('declines.record') && (
            <Button onClick={() => openDialog({ kind: 'decline', studentId, because: 'request' })}>
              {t('acceptances.toDecline')}
            </Button>
          )}
        </>
      }
    >
      <FactList
        facts={[
          [
            t('acceptances.state'),
            <>
              <Tag tone={isWaiting ? 'amber' : 'plain'}>{t(`codes.acceptanceStates.${state}`)}</Tag>{' '}
              {acceptance.assignedTo && isWaiting && t('acceptances.assignedTo', { name: acceptance.assignedTo.name })}
              {acceptance.decidedAt &&
                [acceptance.decidedBy, formatMoment(localOf(acceptance.decidedAt), today)].filter(Boolean).join(' · ')}
            </>,
          ],
          [
            t('acceptances.source'),
            [acceptance.askedBy, t(`codes.sources.${acceptance.source}`), formatDate(acceptance.askedOn, today)]
              .filter(Boolean)
              .join(' · '),
          ],
          [t('acceptances.basis'), t(`codes.entryBases.${acceptance.basis}`)],
          [t('acceptances.urgency'), t(`codes.urgencies.${acceptance.urgency}`)],
          [t('acceptances.concern'), acceptance.concern],
          [t('acceptances.promises'), acceptance.promises],
          [t(state === 'accepted' ? 'acceptances.objection' : 'acceptances.returnedBecause'), acceptance.answer],
          [t('acceptances.enteredBy'), acceptance.enteredBy],
          [
            t('acceptances.lacks'),
            isWaiting && acceptance.lacks.map((field) => t(`codes.fileFields.${field}`)).join(t('acceptances.comma')),
          ],
          [
            t('acceptances.openCase'),
            acceptance.openCase && `${acceptance.openCase.no} · ${acceptance.openCase.counselor}`,
          ],
        ]}
      />
      {isWaiting && may('acceptances.assign') && <AssignPart acceptance={acceptance} />}
      {isWaiting && may('acceptances.accept') && <AcceptPart acceptance={acceptance} />}
      {state === 'accepted' && <NextStep acceptance={acceptance} />}
      <EarlierButton record="acceptance" recordId={acceptanceId} studentId={studentId} />
      {isRemoving && (
        <ConfirmDialog
          title={t('acceptances.removeTitle')}
          verb={t('acceptances.remove')}
          reasonLabel={t('acceptances.removeReason')}
          isBusy={remove.isPending}
          error={remove.error}
          onConfirm={(reason) => remove.write({ acceptanceId, studentId, reason })}
          onCancel={() => setRemoving(false)}
        />
      )}
    </SideSheet>
  )
}
