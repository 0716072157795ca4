import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '#contract/notes'
import { client } from '#lib/client'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { ErrorState } from '#ui/ErrorState'
import { SavedAt } from '#ui/SavedAt'

const EMPTY = { text: '' }

/** What comes to mind after the signature. Kept as a draft until it is added. */
export function AddendumForm({ note }: { note: Note }) {
  const { t } = useTranslation()
  const [id, setId] = useState(() => crypto.randomUUID())
  const draft = useDraft('addendum', note.visitId, EMPTY)
  const { text } = draft.value
  const { write, isPending, error } = useWrite(client.notes.append, {
    invalidates: ['notes', 'students'],
    onSuccess: () => {
      setId(crypto.randomUUID())
      void draft.discard().catch(() => undefined)
    },
  })
  return (
    <div className="note-append">
      <textarea
        className="note-text note-text-open"
        rows={2}
        maxLength={20_000}
        aria-label={t('notes.addendum')}
        placeholder={t('notes.addendumHint')}
        value={text}
        onChange={(event) => draft.change({ text: event.target.value })}
      />
      {text.trim() !== '' && (
        <div className="form-row-line">
          <Button
            loading={isPending}
            onClick={() => write({ id, noteId: note.id, studentId: note.studentId, text: text.trim() })}
          >
            {t('notes.append')}
          </Button>
          <SavedAt savedAt={draft.savedAt} hasFailed={draft.hasFailed} />
        </div>
      )}
      {error && <ErrorState error={error} what={t('notes.appendFailed')} isTextSafe />}
    </div>
  )
}
