import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Conference } from '#contract/conferences'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatDate, formatMoment } from '#lib/format'
import { paths } from '#lib/paths'
import { useWho } from '#lib/student-header'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { EarlierButton } from '#ui/EarlierButton'
import { FactList } from '#ui/FactList'
import { SideSheet } from '#ui/SideSheet'
import { partsOf } from './parts.ts'

type Props = { conference: Conference; mayWrite: boolean; onClose: () => void }

/** One talk as it was written down; printed for the file, and for the parents without what is for the file alone. */
export function ConferenceSheet({ conference, mayWrite, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const { who } = useWho(conference.studentId)
  const [isRemoving, setRemoving] = useState(false)
  const { id: conferenceId, studentId, caseId, kind } = conference
  const remove = useWrite(client.conferences.remove, { invalidates: ['conferences', 'students'], onSuccess: onClose })
  return (
    <SideSheet
      title={`${t(`codes.conferenceKinds.${kind}`)} ${conference.no}`}
      who={who}
      size={640}
      onClose={onClose}
      foot={
        <>
          {mayWrite && (
            <>
              <Button type="text" onClick={() => setRemoving(true)}>
                {t('conferences.remove')}
              </Button>
              <Button
                type="text"
                onClick={() => {
                  onClose()
                  openDialog({ kind: 'conference', studentId, caseId, conference })
                }}
              >
                {t('conferences.edit')}
              </Button>
            </>
          )}
          <Button onClick={() => void navigate(paths.print('conference', conferenceId))}>
            {t(kind === 'discussion' ? 'conferences.printDiscussion' : 'conferences.printFile')}
          </Button>
          {kind === 'parents' && (
            <Button onClick={() => void navigate(paths.print('conference-parents', conferenceId))}>
              {t('conferences.printParents')}
            </Button>
          )}
        </>
      }
    >
      <FactList
        facts={[
          [
            t('conferences.at'),
            [
              formatMoment(conference.at, today),
              conference.minutes !== null && t('conferences.lasted', { n: conference.minutes }),
              conference.place,
            ]
              .filter(Boolean)
              .join(' · '),
          ],
          [
            t('conferences.attendees'),
            conference.attendees
              .map(({ name, role }) => (role ? t('conferences.attendee', { name, role }) : name))
              .join(t('conferences.comma')),
          ],
          ...partsOf(kind).map((part) => [t(`conferences.${kind}.${part}`), conference[part]] as const),
          [t('conferences.inside'), conference.inside],
          [t('conferences.nextOn'), conference.nextOn && formatDate(conference.nextOn, today)],
          [t('conferences.enteredBy'), conference.enteredBy],
        ]}
      />
      <EarlierButton record="conference" recordId={conferenceId} studentId={studentId} />
      {isRemoving && (
        <ConfirmDialog
          title={t('conferences.removeTitle')}
          verb={t('conferences.remove')}
          reasonLabel={t('conferences.removeReason')}
          isBusy={remove.isPending}
          error={remove.error}
          onConfirm={(reason) => remove.write({ conferenceId, studentId, reason })}
          onCancel={() => setRemoving(false)}
        />
      )}
    </SideSheet>
  )
}
