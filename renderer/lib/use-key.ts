import { useEffect, useEffectEvent } from 'react'
import { useDialogs } from '#lib/dialogs'
import { useGuide } from '#lib/guide'
import { useSession } from '#lib/session'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** One plain key of a page, e.g. `n`; not while something is typed or stands open above the page. */
export const useKey = (key: string, act: () => void): void => {
  const run = useEffectEvent(act)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) || useDialogs.getState().open || useSession.getState().isSearchOpen) return
      if (useGuide.getState().at !== null) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [key])
}
