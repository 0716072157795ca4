import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { EMPTY_NOTE, NOTE_PARTS, OFFICIAL_PARTS } from '#contract/note-parts'
import type { Note, NoteBody } from '#contract/notes'
import type { StudentHeader } from '#contract/students'
import type { Visit } from '#contract/visits'
import { client } from '#lib/client'
import { paths } from '#lib/paths'
import { Kbd } from '#ui/Kbd'
import { SavedAt } from '#ui/SavedAt'
import { hasText, withInserted, withoutInserted } from './note-text.ts'
import { LastNote } from './LastNote.tsx'
import { NextVisit } from './NextVisit.tsx'
import { NoteConflict } from './NoteConflict.tsx'
import { NotePartField } from './NotePartField.tsx'
import { NoteRisk } from './NoteRisk.tsx'
import { NoteStrip } from './NoteStrip.tsx'
import { SignNote } from './SignNote.tsx'
import { useNoteText } from './use-note-text.ts'
import { VisitSide } from './VisitSide.tsx'

type Props = { visit: Visit; note: Note | null; header: StudentHeader; beside: ReactNode }

/** The sheet while it is written. */
export function NoteDesk({ visit, note, header, beside }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { noteId, body, change, savedAt, isSaving, failure, other, settle, flush, drop, version } = useNoteText(
    visit,
    note,
  )
  const [inserted, setInserted] = useState<NoteBody | null>(null)
  const [isSigning, setSigning] = useState(false)
  const { data: previous } = useQuery({
    queryKey: ['notes', 'previous', visit.id],
    queryFn: () => client.notes.previous({ visitId: visit.id }),
    staleTime: Infinity,
  })
  const [firstEmpty] = useState(() => OFFICIAL_PARTS.find((part) => (note?.body ?? EMPTY_NOTE)[part] === '') ?? 'next')
  const canSign = hasText(body) && !other

  const sign = useEffectEvent(() => canSign && setSigning(true))
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || document.querySelector('.ant-modal')) return
      event.preventDefault()
      sign()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  const insertLast = () => {
    if (!previous) return
    setInserted(previous.body)
    change(withInserted(body, previous.body))
  }
  const takeOut = () => {
    if (inserted) change(withoutInserted(body, inserted))
    setInserted(null)
  }
  const preview = () =>
    void flush()
      .catch(() => undefined)
      .then(() => navigate(paths.print('visit-record', visit.id)))

  return (
    <>
      <NoteStrip visit={visit} header={header}>
        <SavedAt savedAt={savedAt} isSaving={isSaving && !savedAt} hasFailed={failure !== null && !other} />
        {previous && <Button onClick={insertLast}>{t('notes.insertLast')}</Button>}
        <Button onClick={preview}>{t('notes.preview')}</Button>
        <Button type="primary" disabled={!canSign} aria-keyshortcuts="Control+Enter" onClick={() => setSigning(true)}>
          {t('notes.sign')}
          <Kbd keys="Ctrl ⏎" />
        </Button>
      </NoteStrip>
      {inserted && (
        <div className="sheet-notice" role="status">
          {t('notes.inserted')}
          <Button size="small" onClick={takeOut}>
            {t('notes.takeOut')}
          </Button>
          <Button size="small" type="text" onClick={() => setInserted(null)}>
            {t('notes.fine')}
          </Button>
        </div>
      )}
      <div className="sheet-page">
        <section className="sheet-paper" aria-label={t('notes.sheet')}>
          {NOTE_PARTS.filter((part) => part !== 'next').map((part) => (
            <NotePartField
              key={part}
              part={part}
              text={body[part]}
              hint={t(`notes.hints.${part}`)}
              hasFocus={part === firstEmpty}
              onChange={(text) => change({ [part]: text })}
            />
          ))}
          <NoteRisk
            studentId={visit.studentId}
            assessment={body.assessment}
            onAssess={(assessment) => change({ assessment })}
          />
          <NotePartField
            part="next"
            text={body.next}
            hint={t('notes.hints.next')}
            hasFocus={firstEmpty === 'next'}
            onChange={(next) => change({ next })}
          >
            <NextVisit visit={visit} />
          </NotePartField>
        </section>
        <aside className="sheet-beside">
          <LastNote note={previous} />
          {beside}
          <VisitSide
            visit={visit}
            hasNotice={header.noticeOn !== null}
            noteId={noteId}
            beforeMoving={flush}
            onMoved={() => void drop()}
          />
        </aside>
      </div>
      {failure && !other && (
        <div className="sheet-notice sheet-notice-red note-notice-low" role="alert">
          {t(
            `notes.failures.${failure.code === 'storage' ? 'storage' : failure.code === 'internal' ? 'other' : 'stopped'}`,
          )}
        </div>
      )}
      {isSigning && (
        <SignNote
          visit={visit}
          studentName={header.student.name}
          beforeSigning={flush}
          version={() => version.current}
          onSigned={() => void drop()}
          onClose={() => setSigning(false)}
        />
      )}
      {other && (
        <NoteConflict mine={body} other={other} visitId={visit.id} onSettle={settle} onGiveUp={() => void drop()} />
      )}
    </>
  )
}
