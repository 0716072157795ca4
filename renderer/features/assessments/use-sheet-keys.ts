import { useEffect, useEffectEvent } from 'react'
import { useDialogs } from '#lib/dialogs'
import { useSession } from '#lib/session'
import { keyOf } from '#lib/sheet-keys'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
const isButton = (target: EventTarget | null) => target instanceof HTMLElement && target.tagName === 'BUTTON'

/**
 * Every key of a sheet; `act` says whether it took it. Not while something is typed or lies above the page; a key that is
 * held down counts once; Enter and Space on a button press the button.
 */
export const useSheetKeys = (act: (key: string) => boolean): void => {
  const run = useEffectEvent(act)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return
      if (isTyping(event.target) || (isButton(event.target) && (event.key === 'Enter' || event.key === ' '))) return
      if (useDialogs.getState().open || useSession.getState().isSearchOpen) return
      if (document.querySelector('.ant-modal, .ant-dropdown-open')) return
      if (run(keyOf(event))) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
