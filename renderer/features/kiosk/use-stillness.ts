import { useEffect, useEffectEvent, useState } from 'react'

/** Milliseconds without a touch until the page asks, and until it ends (contract/kiosk.ts). */
const ASK_AFTER_MS = 45_000
const END_AFTER_MS = 60_000

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const

/** Seconds left once it is time to ask; null while somebody is there. Calls `end` when nobody is. */
export const useStillness = (isWatching: boolean, end: () => void): number | null => {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)
  const finish = useEffectEvent(end)
  useEffect(() => {
    if (!isWatching) return
    let last = Date.now()
    const touched = () => {
      last = Date.now()
      setSecondsLeft(null)
    }
    const look = () => {
      const still = Date.now() - last
      if (still >= END_AFTER_MS) {
        clearInterval(clock)
        finish()
      } else setSecondsLeft(still >= ASK_AFTER_MS ? Math.ceil((END_AFTER_MS - still) / 1000) : null)
    }
    const clock = setInterval(look, 500)
    for (const sign of SIGNS) window.addEventListener(sign, touched, { capture: true, passive: true })
    return () => {
      clearInterval(clock)
      for (const sign of SIGNS) window.removeEventListener(sign, touched, { capture: true })
    }
  }, [isWatching])
  return isWatching ? secondsLeft : null
}
