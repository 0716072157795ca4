import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { localOf } from '#contract/calendar'
import type { StudentHeader } from '#contract/students'
import type { Visit } from '#contract/visits'
import { openDialog } from '#lib/dialogs'
import { formatDate, formatTime } from '#lib/format'
import { paths } from '#lib/paths'
import { useNow } from '#lib/use-now'
import { riskLabel, riskTone, useWorkplace } from '#lib/workplace'
import { Strip } from '#ui/Strip'
import { Tag } from '#ui/Tag'

type Props = { visit: Visit; header: StudentHeader; children: ReactNode }

/** Who this note is about, which visit, how long it has been going on, and the concern. */
export function NoteStrip({ visit, header, children }: Props) {
  const { t } = useTranslation()
  const { riskLevels, today, accounts } = useWorkplace()
  const { student, risk, noticeOn } = header
  const receiverSex = accounts.find(({ id }) => id === visit.receiverId)?.sex ?? null
  const asksForDoor =
    visit.doorOpen !== true &&
    visit.arrivedAt !== null &&
    visit.channel === 'in-person' &&
    visit.visitor === 'student' &&
    receiverSex !== null &&
    student.sex !== null &&
    student.sex !== receiverSex
  const rank = risk?.rank ?? null
  const tone = riskTone(rank, riskLevels)
  return (
    <Strip
      tone={tone}
      name={
        <Link className="sheet-name" to={paths.student(student.id)}>
          {student.name}
        </Link>
      }
      facts={
        <>
          {[student.className ?? student.grade, t('notes.ordinal', { count: visit.ordinal, n: visit.ordinal })]
            .filter(Boolean)
            .join(' · ')}
          {visit.arrivedAt && (
            <>
              {' · '}
              {visit.arrivedAt.slice(0, 10) !== today && `${formatDate(visit.arrivedAt, today)} `}
              <VisitTime visit={visit} arrivedAt={visit.arrivedAt} isToday={visit.arrivedAt.slice(0, 10) === today} />
            </>
          )}
        </>
      }
      tags={
        <>
          {rank !== null && rank > 0 && (
            <Tag tone={tone} title={risk?.reason}>
              {riskLabel(rank, riskLevels)}
            </Tag>
          )}
          {!noticeOn && <Tag tone="amber">{t('notes.lacksNotice')}</Tag>}
          {asksForDoor && (
            <button
              type="button"
              className="tag tag-amber note-door"
              onClick={() => openDialog({ kind: 'visit-facts', studentId: student.id, visitId: visit.id })}
            >
              {t('notes.doorNotSaid')}
            </button>
          )}
        </>
      }
    >
      {children}
    </Strip>
  )
}

function VisitTime({ visit, arrivedAt, isToday }: { visit: Visit; arrivedAt: string; isToday: boolean }) {
  const { t } = useTranslation()
  const now = useNow(20_000)
  if (visit.endedAt) return `${formatTime(arrivedAt)}–${formatTime(visit.endedAt)}`
  const local = localOf(now)
  const minutes = Math.max(0, Math.round((Date.parse(`${local}Z`) - Date.parse(`${arrivedAt}Z`)) / 60_000))
  return isToday
    ? t('notes.since', { time: formatTime(arrivedAt), minutes })
    : t('notes.began', { time: formatTime(arrivedAt) })
}
