import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Letter } from '#contract/letters'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { formatDate, formatMoment, localNow } from '#lib/format'
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
import { StudentFinder } from '#ui/StudentFinder'
import { Tag } from '#ui/Tag'
import { UnopenedSheet } from '#ui/UnopenedSheet'
import { letterQueries } from './queries.ts'
import { ReplyField } from './ReplyField.tsx'
import { SummaryField } from './SummaryField.tsx'

/** One letter: read, answered, or led on to an appointment or a crisis. */
export function LetterSheet({ request, onClose }: DialogProps<DialogOf<'letter-sheet'>>) {
  const { t } = useTranslation()
  const { data: letter, error } = useQuery(letterQueries.one(request.letterId))
  const { who } = useWho(letter?.studentId ?? request.studentId)
  if (!letter)
    return (
      <UnopenedSheet
        title={t('letters.letter')}
        who={who}
        studentId={request.studentId}
        error={error}
        what={t('letters.openFailed')}
        onClose={onClose}
      />
    )
  return <OpenLetter letter={letter} who={who} onClose={onClose} />
}

type Lead = 'crisis' | 'booking' | 'request'
type Doing = Lead | 'find' | 'remove' | null
type Props = { letter: Letter; who: ReturnType<typeof useWho>['who']; onClose: () => void }
function OpenLetter({ letter, who, onClose }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const { today, me } = useWorkplace()
  const [doing, setDoing] = useState<Doing>(null)
  const { id: letterId, studentId } = letter
  const about = { letterId, studentId }
  const changed = { invalidates: ['letters', 'students'] } as const
  const update = useWrite(client.letters.update, changed)
  const settle = useWrite(client.letters.settle, changed)
  const notify = useWrite(client.letters.notify, changed)
  const remove = useWrite(client.letters.remove, { ...changed, onSuccess: onClose })
  const { data: whose } = useQuery(whoseQuery({ subject: 'letter', id: studentId ? letterId : '' }))
  const holder = whose?.holder ?? null
  // In nobody's case it is whoever's who was given it.
  const isGiven = holder === null && letter.assignedTo !== null && letter.assignedTo.id !== me.id
  const mayWrite = may('letters.answer') && !isGiven && (studentId === null || whose?.mayWrite === true)
  const isWaiting = letter.state === 'unread' || letter.state === 'read'

  const lead = (student: string, to: Lead) => {
    if (to === 'request') return openDialog({ kind: 'acceptance', studentId: student, settles: { letter: letterId } })
    if (to === 'booking')
      return openDialog({ kind: 'visit', studentId: student, settles: { letter: letterId } }, undefined)
    settle.write({ letterId, studentId: student, state: 'crisis', bookingId: null })
    openDialog({ kind: 'crisis', studentId: student })
  }
  const begin = (to: Lead) => (studentId ? lead(studentId, to) : setDoing(to))
  const found = async (student: string) => {
    const to = doing
    setDoing(null)
    const known = await update.writeAsync({ ...about, toStudentId: student, fields: {} }).catch(() => undefined)
    if (known && to && to !== 'find' && to !== 'remove') lead(student, to)
  }
  if (doing && doing !== 'remove')
    return (
      <StudentFinder
        title={t('letters.whose')}
        onFound={(student) => void found(student)}
        onClose={() => setDoing(null)}
      />
    )
  return (
    <SideSheet
      title={t('letters.letterNo', { no: letter.no })}
      who={who}
      onClose={onClose}
      foot={
        mayWrite ? (
          <>
            <Button type="text" onClick={() => setDoing('remove')}>
              {t('letters.remove')}
            </Button>
            {isWaiting && (
              <Button onClick={() => settle.write({ ...about, state: 'filed', bookingId: null })}>
                {t('letters.file')}
              </Button>
            )}
            {isWaiting && <Button onClick={() => begin('request')}>{t('letters.toRequest')}</Button>}
            {letter.state !== 'crisis' && (
              <Button danger onClick={() => begin('crisis')}>
                {t('letters.toCrisis')}
              </Button>
            )}
            {letter.state !== 'booked' && <Button onClick={() => begin('booking')}>{t('letters.toVisit')}</Button>}
          </>
        ) : (
          studentId &&
          may('crises.open') && (
            <Button danger onClick={() => openDialog({ kind: 'crisis', studentId })}>
              {t('letters.toCrisis')}
            </Button>
          )
        )
      }
    >
      <FactList
        facts={[
          [
            t('letters.state'),
            <>
              <Tag tone={isWaiting ? 'amber' : 'plain'}>{t(`codes.letterStates.${letter.state}`)}</Tag>{' '}
              {letter.isRisk && <Tag tone="red">{t('letters.risk')}</Tag>}
            </>,
          ],
          [
            t('letters.receivedOn'),
            [formatDate(letter.receivedOn, today), t(`codes.letterWriters.${letter.writer}`), letter.enteredBy]
              .filter(Boolean)
              .join(' · '),
          ],
          [t('letters.replyDue'), isWaiting && letter.replyDue && formatDate(letter.replyDue, today)],
          [t('letters.booked'), letter.bookedFor && formatMoment(letter.bookedFor, today)],
          [t('letters.notified'), letter.notifiedAt && formatMoment(letter.notifiedAt, today)],
        ]}
      />
      {isGiven && (
        <div className="form-row-line" role="note">
          {t('letters.given', { name: letter.assignedTo?.name })}
          {may('letters.answer') && (
            <Button
              size="small"
              loading={update.isPending}
              onClick={() => update.write({ ...about, toStudentId: null, fields: { assignedTo: me.id } })}
            >
              {t('letters.takeOver')}
            </Button>
          )}
        </div>
      )}
      {holder && whose && !whose.mayWrite && (
        <p className="field-hint" role="note">
          {t('letters.ofColleague', { name: holder.name })}
        </p>
      )}
      {update.error && <ErrorState error={update.error} what={t('letters.keepFailed')} isTextSafe />}
      {mayWrite && !studentId && (
        <button type="button" className="text-button" onClick={() => setDoing('find')}>
          {t('letters.knowWhose')}
        </button>
      )}
      <SummaryField
        key={[letter.id, letter.state, letter.isRisk, letter.summary].join(' ')}
        letter={letter}
        isFixed={!mayWrite}
      />
      <ReplyField letter={letter} isFixed={!mayWrite} />
      <EarlierButton record="letter" recordId={letterId} studentId={studentId} />
      {mayWrite && !isWaiting && letter.state !== 'filed' && studentId && !letter.notifiedAt && (
        <Button
          className="letters-replied"
          loading={notify.isPending}
          onClick={() => notify.write({ ...about, at: localNow() })}
        >
          {t('letters.notify')}
        </Button>
      )}
      {settle.error && <ErrorState error={settle.error} what={t('letters.keepFailed')} isTextSafe />}
      {doing === 'remove' && (
        <ConfirmDialog
          title={t('letters.removeTitle')}
          verb={t('letters.remove')}
          reasonLabel={t('letters.removeReason')}
          isBusy={remove.isPending}
          error={remove.error}
          onConfirm={(reason) => remove.write({ ...about, reason })}
          onCancel={() => setDoing(null)}
        />
      )}
    </SideSheet>
  )
}
