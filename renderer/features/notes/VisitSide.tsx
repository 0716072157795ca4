import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '#contract/visits'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatTime, localNow } from '#lib/format'
import { useMay } from '#lib/rights'
import { useWrite } from '#lib/use-write'
import { useMayWrite } from '#lib/whose'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { MoveNote } from './MoveNote.tsx'
import { NoteHistory } from './NoteHistory.tsx'

type Props = {
  visit: Visit
  hasNotice: boolean
  noteId?: string
  beforeMoving?: () => Promise<void>
  onMoved?: () => void
}

/** The facts of this visit; the end is stamped here. */
export function VisitSide({ visit, hasNotice, noteId, beforeMoving, onMoved }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const mayWrite = useMayWrite()
  const end = useWrite(client.visits.end, { invalidates: ['visits', 'students'] })
  const [isMoving, setMoving] = useState(false)
  const { studentId } = visit
  const about = { studentId, visitId: visit.id }
  return (
    <Panel
      title={t('notes.thisVisit')}
      extra={
        mayWrite &&
        may('visits.update') && (
          <button type="button" className="note-link" onClick={() => openDialog({ kind: 'visit-facts', ...about })}>
            {t('notes.edit')}
          </button>
        )
      }
    >
      <div className="note-facts">
        <div>{[t(`codes.channels.${visit.channel}`), visit.place].filter(Boolean).join(' · ')}</div>
        <div>
          {visit.primaryProblem
            ? [visit.primaryProblem, ...visit.otherProblems]
                .map((one) => t(`codes.problems.${one}`))
                .join(t('notes.comma'))
            : t('notes.lacksProblem')}
        </div>
        {visit.doorOpen !== null && <div>{t(visit.doorOpen ? 'notes.doorOpen' : 'notes.doorNotSaid')}</div>}
        <div className="form-row-line">
          {visit.arrivedAt && <span>{t('notes.from', { time: formatTime(visit.arrivedAt) })}</span>}
          {visit.endedAt ? (
            <span>{t('notes.to', { time: formatTime(visit.endedAt) })}</span>
          ) : (
            may('visits.end') && (
              <Button size="small" loading={end.isPending} onClick={() => end.write({ ...about, at: localNow() })}>
                {t('notes.end')}
              </Button>
            )
          )}
        </div>
        {!hasNotice && may('consents.record') && (
          <button type="button" className="note-link" onClick={() => openDialog({ kind: 'consent', studentId })}>
            {t('notes.lacksNotice')}
          </button>
        )}
        {noteId && <NoteHistory noteId={noteId} />}
        {noteId && mayWrite && (
          <button type="button" className="note-link" onClick={() => setMoving(true)}>
            {t('notes.moveTitle')}
          </button>
        )}
        {noteId && isMoving && (
          <MoveNote
            noteId={noteId}
            studentId={studentId}
            beforeMoving={beforeMoving}
            onMoved={onMoved}
            onClose={() => setMoving(false)}
          />
        )}
        {end.error && <ErrorState error={end.error} />}
      </div>
    </Panel>
  )
}
