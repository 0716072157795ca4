import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'

/** The inner height of an element in whole pixels, again whenever it changes. */
export const useHeight = (element: RefObject<HTMLElement | null>, start: number): number => {
  const [height, setHeight] = useState(start)
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    const watch = new ResizeObserver(() => setHeight(current.clientHeight))
    watch.observe(current)
    return () => watch.disconnect()
  }, [element])
  return height
}
