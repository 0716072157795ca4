import { useEffect, useEffectEvent, useRef, useState } from 'react'

const WARNING_MS = 30_000
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/**
 * Counts the time without key or pointer. Gives the seconds left during the last 30, else null; calls `onIdle` at the
 * end. While the warning shows, only `stay` or a key goes on: a passing mouse does not keep the room open.
 */
export const useIdle = (minutes: number, onIdle: () => void): { secondsLeft: number | null; stay: () => void } => {
  const lastSign = useRef(0)
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)
  const isWarned = useRef(false)
  const idle = useEffectEvent(onIdle)

  const stay = () => {
    lastSign.current = Date.now()
    isWarned.current = false
    setSecondsLeft(null)
  }

  useEffect(() => {
    lastSign.current = Date.now()
    const sign = (event: Event) => {
      if (isWarned.current && event.type !== 'keydown') return
      lastSign.current = Date.now()
      if (!isWarned.current) return
      isWarned.current = false
      setSecondsLeft(null)
    }
    for (const name of SIGNS_OF_LIFE) window.addEventListener(name, sign, { passive: true, capture: true })
    const clock = setInterval(() => {
      const left = lastSign.current + minutes * 60_000 - Date.now()
      if (left <= 0) {
        clearInterval(clock)
        idle()
      } else if (left <= WARNING_MS) {
        isWarned.current = true
        setSecondsLeft(Math.ceil(left / 1000))
      }
    }, 1000)
    return () => {
      clearInterval(clock)
      for (const name of SIGNS_OF_LIFE) window.removeEventListener(name, sign, { capture: true })
    }
  }, [minutes])

  return { secondsLeft, stay }
}
