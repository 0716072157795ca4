import { useEffect, useEffectEvent, useRef } from 'react'

/**
 * Enter in a box that looks for people. While the answer to what stands in the box is on its way, Enter is held and
 * counts when it is there: nobody is picked who answered to the letters before.
 */
export const useHeldEnter = (isLooking: boolean, pick: () => void): { press: () => void; forget: () => void } => {
  const isHeld = useRef(false)
  const run = useEffectEvent(pick)
  useEffect(() => {
    if (isLooking || !isHeld.current) return
    isHeld.current = false
    run()
  }, [isLooking])
  const press = () => {
    isHeld.current = isLooking
    if (!isLooking) pick()
  }
  return { press, forget: () => void (isHeld.current = false) }
}
