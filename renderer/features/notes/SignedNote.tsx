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
import { SheetPart } from '#ui/SheetPart'
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
      <div className="sheet-page">
        <article className="sheet-paper">
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
              <SheetPart key={part} label={t(`codes.noteParts.${part}`)} text={note.body[part]} />
            ))}
          {note?.state === 'signed' && (mayWrite || note.addenda.length > 0) && (
            <SheetPart label={t('notes.addenda')}>
              {note.addenda.map((addendum) => (
                <div key={addendum.id} className="note-addendum">
                  <div className="sheet-part-hint">{`${moment(addendum.writtenAt)} ${addendum.writtenBy}`}</div>
                  <div className="sheet-part-read">{addendum.text}</div>
                </div>
              ))}
              {mayWrite && <AddendumForm note={note} />}
            </SheetPart>
          )}
        </article>
        <aside className="sheet-beside">
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
