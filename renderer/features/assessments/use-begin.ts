import { useRef, useState } from 'react'
import type { AppError } from '#contract/errors'
import { client, toAppError } from '#lib/client'
import { queryClient } from '#lib/query'
import type { GivenMode } from '#lib/test-choices'

type Begin = {
  studentId: string
  instrumentIds: readonly string[]
  mode: GivenMode
  purpose: string
  overFourteen: boolean
  urgent: boolean
}

/** Begins one test after the other, in the order in which they will lie before the student; after a failure only what is not begun yet is tried again. */
export const useBegin = () => {
  /** The id of each sheet, by instrument, and whether it stands. */
  const sheets = useRef(new Map<string, { id: string; requestId: string; stands: boolean }>())
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<AppError | null>(null)

  const begin = async ({ instrumentIds, ...rest }: Begin): Promise<string[] | null> => {
    setPending(true)
    setError(null)
    try {
      const ids: string[] = []
      for (const instrumentId of instrumentIds) {
        const sheet = sheets.current.get(instrumentId) ?? {
          id: crypto.randomUUID(),
          requestId: crypto.randomUUID(),
          stands: false,
        }
        sheets.current.set(instrumentId, sheet)
        if (!sheet.stands) {
          await client.assessments.begin({
            ...rest,
            id: sheet.id,
            requestId: sheet.requestId,
            instrumentId,
            // Only the urgent asking starts before both are ticked.
            explained: !rest.urgent,
            agreed: !rest.urgent,
          })
          sheet.stands = true
        }
        ids.push(sheet.id)
      }
      return ids
    } catch (failure) {
      // Something was changed before it is tried again: another request, then.
      for (const sheet of sheets.current.values()) if (!sheet.stands) sheet.requestId = crypto.randomUUID()
      setError(toAppError(failure))
      return null
    } finally {
      setPending(false)
      for (const feature of ['assessments', 'instruments', 'students'])
        void queryClient.invalidateQueries({ queryKey: [feature] })
    }
  }
  return { begin, isPending, error }
}
