import { useCallback, useRef, useState } from 'react'
import { EMPTY_NOTE } from '#contract/note-parts'
import type { Note, NoteBody } from '#contract/notes'
import type { Visit } from '#contract/visits'
import { client, toAppError } from '#lib/client'
import { useAutosave } from '#lib/use-autosave'
import { sameText } from './note-text.ts'

/**
 * The text of a note while it is written. Every save names the version it was typed upon; when the note has moved on
 * elsewhere, `other` holds what stands there and nothing is overwritten until a person has chosen.
 */
export const useNoteText = (visit: Visit, note: Note | null) => {
  const [body, setBody] = useState<NoteBody>(note?.body ?? EMPTY_NOTE)
  const [savedAt, setSavedAt] = useState(note?.savedAt ?? null)
  const [noteId, setNoteId] = useState(note?.id)
  const [other, setOther] = useState<Note | null>(null)
  const latest = useRef(body)
  const version = useRef(note?.version ?? 0)
  /** Sent, but the answer never came: it may stand in the vault all the same. */
  const unanswered = useRef<NoteBody | null>(null)

  const save = useCallback(
    async function saveText(text: NoteBody): Promise<void> {
      try {
        const saved = await client.notes.save({
          visitId: visit.id,
          studentId: visit.studentId,
          version: version.current,
          body: text,
          requestId: crypto.randomUUID(),
        })
        unanswered.current = null
        version.current = saved.version
        setSavedAt(saved.savedAt)
        setNoteId(saved.id)
      } catch (error) {
        const failure = toAppError(error)
        if (failure.code !== 'conflict') {
          unanswered.current = text
          throw failure
        }
        const found = await client.notes.get({ visitId: visit.id })
        if (found?.state === 'draft' && unanswered.current && sameText(found.body, unanswered.current)) {
          unanswered.current = null
          version.current = found.version
          return saveText(text)
        }
        setOther(found)
        throw failure
      }
    },
    [visit.id, visit.studentId],
  )
  const { keep, flush, resume, drop, isSaving, failure } = useAutosave(save)

  const change = useCallback(
    (part: Partial<NoteBody>) => {
      latest.current = { ...latest.current, ...part }
      setBody(latest.current)
      keep(latest.current)
    },
    [keep],
  )

  /** What a person chose after seeing both texts. */
  const settle = useCallback(
    (chosen: NoteBody) => {
      if (other) version.current = other.version
      latest.current = chosen
      setBody(chosen)
      setOther(null)
      resume(chosen)
    },
    [other, resume],
  )

  return { noteId, body, change, savedAt, isSaving, failure, other, settle, flush, drop, version }
}
