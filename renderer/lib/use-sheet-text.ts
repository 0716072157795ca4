import { useCallback, useRef, useState } from 'react'
import { toAppError } from '#lib/client'
import { useAutosave } from '#lib/use-autosave'

type Kept<T> = { body: T; version: number; savedAt: string | null }
type Options<T> = {
  start: Kept<T>
  save: (body: T, version: number) => PromiseLike<Kept<T>>
  /** As it stands in the vault now; null when it takes no more text. */
  load: () => Promise<Kept<T> | null>
  /** Both texts, when the sheet was written in another place as well. */
  merge: (mine: T, theirs: T) => T
}

/**
 * The text of a sheet while it is written, saved by itself. Every save names the version it was typed upon; where the sheet has
 * moved on elsewhere both texts are kept, one under the other, and `wasMerged` says so.
 */
export const useSheetText = <T extends object>({ start, save, load, merge }: Options<T>) => {
  const [body, setBody] = useState(start.body)
  const [savedAt, setSavedAt] = useState(start.savedAt)
  const [wasMerged, setMerged] = useState(false)
  const latest = useRef(body)
  const version = useRef(start.version)
  /** Sent, but the answer never came: it may stand in the vault all the same. */
  const unanswered = useRef<string | null>(null)

  const put = useCallback(
    async function putText(text: T): Promise<void> {
      try {
        const kept = await save(text, version.current)
        unanswered.current = null
        version.current = kept.version
        setSavedAt(kept.savedAt)
      } catch (error) {
        const failure = toAppError(error)
        if (failure.code !== 'conflict') {
          unanswered.current = JSON.stringify(text)
          throw failure
        }
        const found = failure.data.reason === 'moved-on' ? await load() : null
        if (!found) throw failure
        version.current = found.version
        const isOwn = JSON.stringify(found.body) === unanswered.current
        unanswered.current = null
        if (isOwn) return putText(text)
        latest.current = merge(latest.current, found.body)
        setBody(latest.current)
        setMerged(true)
        return putText(latest.current)
      }
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the sheet stays the same for as long as the page stands
    [],
  )
  const { keep, flush, drop, isSaving, failure } = useAutosave(put)
  const change = useCallback(
    (part: Partial<T>) => {
      latest.current = { ...latest.current, ...part }
      setBody(latest.current)
      keep(latest.current)
    },
    [keep],
  )
  return { body, change, savedAt, isSaving, failure, wasMerged, flush, drop, version }
}
