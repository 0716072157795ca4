import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { AppointmentLine } from '#contract/appointments'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatDay, formatTime, localNow } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWrite } from '#lib/use-write'
import { riskTone, useWorkplace } from '#lib/workplace'
import { RiskTag } from '#ui/RiskTag'
import { Tag } from '#ui/Tag'
import { useBlockWords } from './use-block-words.ts'

type Props = { line: AppointmentLine; isToConfirm: boolean; onClose: () => void }

/** What can be done with one appointment; the most likely step is the green one. */
export function BlockCard({ line, isToConfirm, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const may = useMay()
  const { riskLevels, accounts, me, today } = useWorkplace()
  const { nameOf, stateOf, factsOf } = useBlockWords()
  const { visitId, studentId, state } = line
  const written = { invalidates: ['visits', 'students', 'appointments'], onSuccess: onClose } as const
  const arrive = useWrite(client.visits.arrive, written)
  const end = useWrite(client.visits.end, written)
  const confirm = useWrite(client.appointments.confirm, written)
  const failed = arrive.error ?? end.error ?? confirm.error
  const tone = riskTone(line.riskRank, riskLevels)
  const isBooked = state === 'booked'
  const hasCome = line.from.slice(0, 10) <= today
  const isMine = accounts.length === 1 || line.receiverId === me.id
  const isWritable = may('notes.save') && isMine && line.noteState !== 'signed'
  const leave = (act: () => void) => () => {
    onClose()
    act()
  }
  const facts = [
    ...factsOf(line, accounts.length > 1),
    line.channel !== 'in-person' && t(`codes.channels.${line.channel}`),
    line.place,
  ]

  return (
    <>
      <div className={`cal-card-who cal-card-who-${tone}`}>
        <strong>{nameOf(line)}</strong>
        <span>{facts.filter(Boolean).join(' · ')}</span>
      </div>
      <p className="cal-card-when">
        {formatDay(line.from)} {formatTime(line.from)}–{formatTime(line.until)}
        {line.seriesId !== null && ` · ${t('calendar.series')}`}
      </p>
      <div className="cal-card-tags">
        {tags()}
        {line.overReason && <span className="field-hint">{t('calendar.because', { reason: line.overReason })}</span>}
      </div>
      {failed && <p className="field-error">{t('calendar.notDone')}</p>}
      <div className="cal-card-verbs">{verbs()}</div>
    </>
  )

  function tags() {
    const said = stateOf(line, isToConfirm)
    return (
      <>
        {said && <Tag tone={isToConfirm ? 'amber' : state === 'arrived' ? 'green' : 'plain'}>{said}</Tag>}
        <RiskTag rank={line.riskRank} />
        {!line.noticeGiven && <Tag>{t('calendar.noticeMissing')}</Tag>}
        {line.noShows > 0 && isBooked && <Tag tone="amber">{t('calendar.missed', { n: line.noShows })}</Tag>}
      </>
    )
  }
  function verbs() {
    const isFinal = state === 'no-show' || state === 'cancelled'
    return (
      <>
        {isBooked && hasCome && may('visits.arrive') && (
          <Button
            type="primary"
            loading={arrive.isPending}
            onClick={() =>
              arrive.write({ visitId, studentId, at: line.from.startsWith(today) ? localNow() : line.from })
            }
          >
            {t('calendar.arrive')}
          </Button>
        )}
        {isBooked && may('appointments.confirm') && (isToConfirm || line.confirmedAt !== null) && (
          <Button
            type={isToConfirm && !hasCome ? 'primary' : 'default'}
            loading={confirm.isPending}
            onClick={() => confirm.write({ visitId, studentId, confirmed: isToConfirm })}
          >
            {t(isToConfirm ? 'calendar.confirm' : 'calendar.unconfirm')}
          </Button>
        )}
        {!isBooked && !isFinal && may('notes.get') && (
          <Button type="primary" onClick={leave(() => void navigate(paths.note(visitId)))}>
            {t(isWritable ? 'calendar.write' : 'calendar.read')}
          </Button>
        )}
        {state === 'arrived' && may('visits.end') && (
          <Button loading={end.isPending} onClick={() => end.write({ visitId, studentId, at: localNow() })}>
            {t('calendar.end')}
          </Button>
        )}
        {isBooked && may('appointments.move') && (
          <>
            <Button onClick={leave(() => openDialog({ kind: 'rebook', line }))}>{t('calendar.rebook')}</Button>
            {hasCome && (
              <Button onClick={leave(() => openDialog({ kind: 'visit-off', visitId, studentId, state: 'no-show' }))}>
                {t('calendar.noShow')}
              </Button>
            )}
            <Button
              onClick={leave(() =>
                openDialog({
                  kind: 'visit-off',
                  visitId,
                  studentId,
                  state: 'cancelled',
                  isSeries: line.seriesId !== null,
                }),
              )}
            >
              {t('calendar.cancel')}
            </Button>
          </>
        )}
        {isBooked && may('prints.previewSlip') && (
          <Button onClick={leave(() => void navigate(paths.print('appointment-slip', visitId)))}>
            {t('calendar.printSlip')}
          </Button>
        )}
        {may('students.header') && (
          <Button onClick={leave(() => void navigate(paths.student(studentId)))}>{t('calendar.openStudent')}</Button>
        )}
      </>
    )
  }
}
