import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { AidReferral } from '#contract/aid'
import { client } from '#lib/client'
import { leaveDialogs, openDialog } from '#lib/dialogs'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useWho } from '#lib/student-header'
import { useWrite } from '#lib/use-write'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { EarlierButton } from '#ui/EarlierButton'
import { FactList } from '#ui/FactList'
import { SideSheet } from '#ui/SideSheet'
import { UnopenedSheet } from '#ui/UnopenedSheet'
import { AidAnswerPart } from './AidAnswerPart.tsx'
import { aidQueries } from './queries.ts'

/** One referral for aid and what the office says to it. */
export function AidSheet({ request, onClose }: DialogProps<DialogOf<'aid-sheet'>>) {
  const { t } = useTranslation()
  const { aidId, studentId } = request
  const { data, error } = useQuery(aidQueries.one(aidId))
  const { who } = useWho(studentId)
  if (!data)
    return (
      <UnopenedSheet
        title={t('aid.referTitle')}
        who={who}
        studentId={studentId}
        error={error}
        what={t('aid.openFailed')}
        onClose={onClose}
      />
    )
  return <OpenAid referral={data} who={who} onClose={onClose} />
}

type Props = { referral: AidReferral; who: ReturnType<typeof useWho>['who']; onClose: () => void }
function OpenAid({ referral, who, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayWrite = useMayWrite()
  const { today } = useWorkplace()
  const [asking, setAsking] = useState<'withdraw' | 'remove' | null>(null)
  const { id: aidId, studentId, state } = referral
  const isWaiting = state === 'sent' || state === 'waiting'
  const done = { invalidates: ['aid', 'students'] as const, onSuccess: onClose }
  const withdraw = useWrite(client.aid.withdraw, done)
  const remove = useWrite(client.aid.remove, done)
  const asked = asking === 'withdraw' ? withdraw : remove
  return (
    <SideSheet
      title={t('aid.sheetNo', { no: referral.no })}
      who={who}
      onClose={onClose}
      foot={
        <>
          {mayWrite && (
            <>
              <Button type="text" onClick={() => setAsking('remove')}>
                {t('aid.remove')}
              </Button>
              {isWaiting && (
                <Button type="text" onClick={() => setAsking('withdraw')}>
                  {t('aid.withdraw')}
                </Button>
              )}
              <Button
                type="text"
                onClick={() => {
                  onClose()
                  openDialog({ kind: 'aid', studentId, referral })
                }}
              >
                {t('aid.edit')}
              </Button>
            </>
          )}
          <Button
            onClick={() => {
              leaveDialogs()
              void navigate(paths.print('aid-slip', aidId))
            }}
          >
            {t('aid.print')}
          </Button>
        </>
      }
    >
      <FactList
        facts={[
          [t('aid.office'), [referral.office, formatDate(referral.onDay, today)].join(' · ')],
          [t('aid.kind'), t(`codes.aidKinds.${referral.kind}`)],
          [t('aid.reason'), referral.reason],
          [t('aid.told'), referral.told],
          [t('aid.agreedBy'), referral.agreedBy.map((one) => t(`codes.aidAgreed.${one}`)).join(t('aid.comma'))],
          [t('aid.ground'), referral.exceptionGround && t(`codes.exceptionGrounds.${referral.exceptionGround}`)],
          [
            t('aid.state'),
            [
              t(`codes.aidStates.${state}`),
              isWaiting && t('aid.dueOn', { date: formatDate(referral.answerDue, today) }),
            ]
              .filter(Boolean)
              .join(' · '),
          ],
          [t('aid.answeredOn'), referral.answeredOn && formatDate(referral.answeredOn, today)],
          [t('aid.outcome'), referral.outcome],
          [t('aid.enteredBy'), referral.enteredBy],
        ]}
      />
      {mayWrite && isWaiting && <AidAnswerPart referral={referral} onAnswered={onClose} />}
      <EarlierButton record="aid" recordId={aidId} studentId={studentId} />
      {asking && (
        <ConfirmDialog
          title={t(asking === 'withdraw' ? 'aid.withdrawTitle' : 'aid.removeTitle')}
          verb={t(asking === 'withdraw' ? 'aid.withdraw' : 'aid.remove')}
          reasonLabel={t(asking === 'withdraw' ? 'aid.withdrawReason' : 'aid.removeReason')}
          isBusy={asked.isPending}
          error={asked.error}
          onConfirm={(reason) => asked.write({ aidId, studentId, reason })}
          onCancel={() => setAsking(null)}
        />
      )}
    </SideSheet>
  )
}
