import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '#contract/notes'
import { client } from '#lib/client'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { ErrorState } from '#ui/ErrorState'
import { GrowingText } from '#ui/GrowingText'
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
      <GrowingText
        label={t('notes.addendum')}
        hint={t('notes.addendumHint')}
        maxLength={20_000}
        text={text}
        onChange={(changed) => draft.change({ text: changed })}
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
