import { useCallback, useRef, useState } from 'react'
import type { PrivateNote } from '#contract/privates'
import { client, toAppError } from '#lib/client'
import { useAutosave } from '#lib/use-autosave'

type About = { id: string; studentId: string; visitId: string | null }

/** What stands in the vault and what is typed here, with nothing lost: whichever holds the other, else both. */
const bothOf = (theirs: string, mine: string): string =>
  mine.includes(theirs.trimEnd()) ? mine : theirs.includes(mine) ? theirs : `${theirs.trimEnd()}\n${mine}`

/** The text of one private note while it is typed. It goes into the vault closed, and nowhere else: no draft is kept. */
export const usePrivateText = ({ id, studentId, visitId }: About, note: PrivateNote | null) => {
  const [text, setText] = useState(note?.text ?? '')
  const [savedAt, setSavedAt] = useState(note?.savedAt ?? null)
  const version = useRef(note?.version ?? 0)

  const save = useCallback(
    async function saveText(typed: string): Promise<void> {
      // An empty note is not begun; one that was written may be emptied.
      if (version.current === 0 && typed.trim() === '') return
      try {
        const saved = await client.privates.save({
          id,
          studentId,
          visitId,
          version: version.current,
          text: typed,
          requestId: crypto.randomUUID(),
        })
        version.current = saved.version
        setSavedAt(saved.savedAt)
      } catch (error) {
        const failure = toAppError(error)
        if (failure.code !== 'conflict' || failure.data.reason !== 'moved-on') throw failure
        const found = (await client.privates.list({ studentId })).find((one) => one.id === id)
        if (!found || found.text === null || found.version === version.current) throw failure
        version.current = found.version
        const both = bothOf(found.text, typed)
        if (both !== typed) setText(both)
        return saveText(both)
      }
    },
    [id, studentId, visitId],
  )
  const { keep, isSaving, failure } = useAutosave(save)
  const change = useCallback(
    (typed: string) => {
      setText(typed)
      keep(typed)
    },
    [keep],
  )
  return { text, change, savedAt, isSaving, failure }
}
