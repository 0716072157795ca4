import { useState } from 'react'
import { client, toAppError } from '#lib/client'
import type { AppError } from '#contract/errors'
import { enterKiosk } from '#lib/enter-kiosk'
import { currentLanguage } from '#lib/words'

type Start = Parameters<typeof client.kiosk.start>[0]
type Way = Pick<Start, 'language' | 'layout' | 'aloud'>

/** How the screen is handed to the student, and the handing over itself. */
export const useHandOver = (studentId: string, assessmentIds: string[]) => {
  const [way, setWay] = useState<Way>(() => ({ language: currentLanguage(), layout: 'one', aloud: false }))
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const start = async () => {
    setPending(true)
    setError(null)
    try {
      await enterKiosk({ studentId, assessmentIds, ...way })
    } catch (failure) {
      setError(toAppError(failure))
      setPending(false)
    }
  }
  return {
    way,
    change: (part: Partial<Way>) => setWay((now) => ({ ...now, ...part })),
    start: () => void start(),
    isPending,
    error,
  }
}
export type HandingOver = ReturnType<typeof useHandOver>
