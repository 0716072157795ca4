import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftKey } from '#contract/draft-forms'
import { client } from '#lib/client'
import { queryClient } from '#lib/query'
import { useAutosave } from '#lib/use-autosave'

/**
 * Text typed into a form that has no record yet. It is saved while it is typed, comes back when the form is opened again
 * and goes when the form is sent. A form shows one draft for as long as it stands: where the subject can change under
 * it, give it a `key`.
 */
export const useDraft = <T extends object>(form: DraftKey, subjectId: string, empty: T) => {
  const [value, setValue] = useState<T>(empty)
  const [isReady, setReady] = useState(false)
  const [wasRestored, setRestored] = useState(false)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const latest = useRef<T>(empty)
  const isTyped = useRef(false)
  const { keep, flush, drop, failure } = useAutosave<T>(async (text) => {
    const body = JSON.stringify(text)
    setSavedAt((await client.drafts.save({ form, subjectId, body, requestId: crypto.randomUUID() })).savedAt)
  })

  useEffect(() => {
    let isCurrent = true
    client.drafts
      .get({ form, subjectId })
      .then((draft) => {
        if (!isCurrent || !draft || isTyped.current) return
        latest.current = { ...empty, ...(JSON.parse(draft.body) as T) }
        setValue(latest.current)
        setRestored(true)
        setSavedAt(draft.savedAt)
      })
      .catch(() => undefined)
      .finally(() => isCurrent && setReady(true))
    return () => {
      isCurrent = false
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `empty` is the start value of this form, not a dependency
  }, [form, subjectId])

  const change = useCallback(
    (part: Partial<T>) => {
      isTyped.current = true
      setReady(true)
      latest.current = { ...latest.current, ...part }
      setValue(latest.current)
      keep(latest.current)
    },
    [keep],
  )

  /** The form was sent or thrown away. */
  const discard = useCallback(async () => {
    latest.current = empty
    setValue(empty)
    setRestored(false)
    await drop()
    setSavedAt(null)
    await client.drafts.discard({ form, subjectId, requestId: crypto.randomUUID() })
    await queryClient.invalidateQueries({ queryKey: ['drafts'] })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- as above
  }, [form, subjectId, drop])

  useEffect(
    () => () =>
      void flush()
        .then(() => queryClient.invalidateQueries({ queryKey: ['drafts'] }))
        .catch(() => undefined),
    [flush],
  )

  return { value, change, discard, isReady, wasRestored, savedAt, hasFailed: failure !== null }
}
