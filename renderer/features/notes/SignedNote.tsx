import { LockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { localOf } from '#contract/calendar'
import { NOTE_PARTS } from '#contract/note-parts'
import type { Note } from '#contract/notes'
import type { StudentHeader } from '#contract/students'
import type { Visit } from '#contract/visits'
import { formatMoment } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { AddendumForm } from './AddendumForm.tsx'
import { NoteStrip } from './NoteStrip.tsx'
import { VisitSide } from './VisitSide.tsx'

type Props = { visit: Visit; note: Note | null; header: StudentHeader; beside: ReactNode }

/** The sheet after the signature: read, printed and added to, never changed. */
export function SignedNote({ visit, note, header, beside }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const mayWrite = useMayWrite()
  const may = useMay()
  const moment = (instant: string) => formatMoment(localOf(instant), today)
  return (
    <>
      <NoteStrip visit={visit} header={header}>
        <Button onClick={() => void navigate(paths.print('visit-record', visit.id))}>{t('notes.preview')}</Button>
      </NoteStrip>
      <div className="note">
        <article className="note-sheet">
          <div className="note-signed">
            {note?.signedAt ? (
              <>
                <LockOutlined aria-hidden />
                {t('notes.signedBy', { name: note.signedBy, time: moment(note.signedAt) })}
              </>
            ) : (
              t(note ? 'notes.draftOf' : 'notes.nothingYet', { name: note?.writtenBy })
            )}
          </div>
          {note &&
            NOTE_PARTS.map((part) => (
              <div className="note-part" key={part}>
                <span className="note-label">{t(`codes.noteParts.${part}`)}</span>
                <div className={note.body[part] ? 'note-read' : 'note-read note-read-empty'}>
                  {note.body[part] || '—'}
                </div>
              </div>
            ))}
          {note?.state === 'signed' && (mayWrite || note.addenda.length > 0) && (
            <div className="note-part">
              <span className="note-label">{t('notes.addenda')}</span>
              <div className="note-answer">
                {note.addenda.map((addendum) => (
                  <div key={addendum.id} className="note-addendum">
                    <div className="note-hint">{`${moment(addendum.writtenAt)} ${addendum.writtenBy}`}</div>
                    <div className="note-read">{addendum.text}</div>
                  </div>
                ))}
                {mayWrite && <AddendumForm note={note} />}
              </div>
            </div>
          )}
        </article>
        <aside className="note-side">
          {beside}
          <VisitSide
            visit={visit}
            hasNotice={header.noticeOn !== null}
            noteId={may('notes.versions') ? note?.id : undefined}
          />
        </aside>
      </div>
    </>
  )
}
