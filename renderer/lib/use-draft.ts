import { useCallback, useEffect, useRef, useState } from 'react'
import { client } from '#lib/client'
import { registerFlusher } from '#lib/flushers'
import { queryClient } from '#lib/query'

const PAUSE_MS = 400

/**
 * Text typed into a form that has no record yet. It is in the vault 0.4 s after the last key, comes back when the form
 * is opened again and goes when the form is sent.
 */
export const useDraft = <T extends object>(form: string, subjectId: string, empty: T) => {
  const [value, setValue] = useState<T>(empty)
  const [isReady, setReady] = useState(false)
  const [wasRestored, setRestored] = useState(false)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const latest = useRef<T>(empty)
  const waiting = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  useEffect(() => {
    let isCurrent = true
    setReady(false)
    client.drafts
      .get({ form, subjectId })
      .then((draft) => {
        if (!isCurrent || !draft || waiting.current) return
        const restored = { ...empty, ...(JSON.parse(draft.body) as T) }
        latest.current = restored
        setValue(restored)
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

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    if (!waiting.current) return
    waiting.current = false
    try {
      const body = JSON.stringify(latest.current)
      const saved = await client.drafts.save({ form, subjectId, body, requestId: crypto.randomUUID() })
      setSavedAt(saved.savedAt)
    } catch (error) {
      waiting.current = true
      throw error
    }
  }, [form, subjectId])

  const change = useCallback(
    (part: Partial<T>) => {
      latest.current = { ...latest.current, ...part }
      setValue(latest.current)
      waiting.current = true
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush().catch(() => undefined), PAUSE_MS)
    },
    [flush],
  )

  /** The form was sent or thrown away. */
  const discard = useCallback(async () => {
    clearTimeout(timer.current)
    waiting.current = false
    latest.current = empty
    setValue(empty)
    setRestored(false)
    setSavedAt(null)
    await client.drafts.discard({ form, subjectId, requestId: crypto.randomUUID() })
    await queryClient.invalidateQueries({ queryKey: ['drafts'] })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- as above
  }, [form, subjectId])

  useEffect(() => {
    const unregister = registerFlusher(flush)
    return () => {
      unregister()
      void flush()
        .then(() => queryClient.invalidateQueries({ queryKey: ['drafts'] }))
        .catch(() => undefined)
    }
  }, [flush])

  return { value, change, discard, flush, isReady, wasRestored, savedAt }
}
