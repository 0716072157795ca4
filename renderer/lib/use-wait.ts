import { useEffect, useState } from 'react'

/** Counts down the seconds until the next password is looked at. */
export const useWait = (startMs: number): [secondsLeft: number, waitFor: (ms: number) => void] => {
  const [until, setUntil] = useState(() => Date.now() + startMs)
  const [secondsLeft, setSecondsLeft] = useState(() => Math.ceil(startMs / 1000))
  useEffect(() => {
    const count = () => setSecondsLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    count()
    if (until <= Date.now()) return
    const clock = setInterval(count, 200)
    return () => clearInterval(clock)
  }, [until])
  return [secondsLeft, (ms) => setUntil(Date.now() + ms)]
}
