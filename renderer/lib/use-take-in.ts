import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '#contract/errors'
import { toAppError } from '#lib/client'

type Reached = { done: number; rows: number; finished: boolean }
export type TakenIn = Reached & { importId: string }
export type TakeInSteps = {
  /** Takes in the next rows; the same offset twice changes nothing. */
  proceed: (next: { importId: string; offset: number; requestId: string }) => Promise<Reached>
  /** It ended, or stopped on the way. */
  onEnd: () => Promise<unknown>
}

/** Takes in the rows of a file, batch after batch, until the last one or until the page is left. `steps` never change. */
export const useTakeIn = (steps: TakeInSteps) => {
  const [progress, setProgress] = useState<TakenIn | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])

  const takeIn = useCallback(
    async (importId: string, rows = 0) => {
      let at: TakenIn = { importId, done: 0, rows, finished: false }
      setError(null)
      setProgress(at)
      try {
        while (!at.finished && isHere.current) {
          at = { importId, ...(await steps.proceed({ importId, offset: at.done, requestId: crypto.randomUUID() })) }
          if (isHere.current) setProgress(at)
        }
      } catch (thrown) {
        if (isHere.current) setError(toAppError(thrown))
      } finally {
        await steps.onEnd()
      }
    },
    [steps],
  )
  const clear = useCallback(() => setProgress(null), [])
  return { progress, error, takeIn, clear }
}
