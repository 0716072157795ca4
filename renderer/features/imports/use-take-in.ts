import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '#contract/errors'
import { client, toAppError } from '#lib/client'
import { queryClient } from '#lib/query'

export type Progress = { importId: string; done: number; rows: number; finished: boolean }

/** Takes in the rows of an import, batch after batch, until the last one or until the page is left. */
export const useTakeIn = () => {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])

  const takeIn = useCallback(async (importId: string, rows = 0) => {
    let at: Progress = { importId, done: 0, rows, finished: false }
    setError(null)
    setProgress(at)
    try {
      while (!at.finished && isHere.current) {
        const requestId = crypto.randomUUID()
        at = { importId, ...(await client.imports.proceed({ importId, offset: at.done, requestId })) }
        if (isHere.current) setProgress(at)
      }
    } catch (thrown) {
      if (isHere.current) setError(toAppError(thrown))
    } finally {
      await Promise.all(
        (['imports', 'students', 'settings'] as const).map((feature) =>
          queryClient.invalidateQueries({ queryKey: feature === 'imports' ? ['imports', 'list'] : [feature] }),
        ),
      )
    }
  }, [])
  const clear = useCallback(() => setProgress(null), [])
  return { progress, error, takeIn, clear }
}
