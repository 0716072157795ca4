import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import { NOTE_PARTS } from '#contract/note-parts'
import type { Note } from '#contract/notes'
import { formatDate } from '#lib/format'
import { useWorkplace } from '#lib/workplace'
import { Panel } from '#ui/Panel'

/** What stood in the note before this one, at hand while writing. */
export function LastNote({ note }: { note: Note | null | undefined }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  if (note === undefined) return null
  if (note === null)
    return (
      <Panel title={t('notes.last')}>
        <p className="sheet-part-hint">{t('notes.noLast')}</p>
      </Panel>
    )
  return (
    <Panel title={t('notes.lastOn', { day: formatDate(localOf(note.savedAt), today) })}>
      <div className="note-last">
        {NOTE_PARTS.filter((part) => note.body[part].trim() !== '').map((part) => (
          <div key={part}>
            <b>{t(`codes.noteParts.${part}`)}</b>
            {note.body[part]}
          </div>
        ))}
      </div>
    </Panel>
  )
}
