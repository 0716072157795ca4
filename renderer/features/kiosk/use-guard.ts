import { useEffect } from 'react'

/** Keys that fill in a form and do nothing else. */
const PLAIN_KEYS = new Set([
  'Tab',
  'Enter',
  'Backspace',
  'Delete',
  'Escape',
  'Shift',
  'CapsLock',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Process',
])
const isPlain = (event: KeyboardEvent): boolean =>
  !event.ctrlKey && !event.metaKey && !event.altKey && (event.key.length === 1 || PLAIN_KEYS.has(event.key))

/** What else a page can be led away by: menus, dragging, the middle button, zooming, pasting from outside. */
const LEADING_AWAY = ['contextmenu', 'dragstart', 'dragover', 'drop', 'auxclick', 'copy', 'cut'] as const

const stop = (event: Event): void => {
  event.preventDefault()
  event.stopPropagation()
}
const stopKey = (event: KeyboardEvent): void => {
  if (!isPlain(event)) stop(event)
}
const stopZoom = (event: WheelEvent): void => {
  if (event.ctrlKey) stop(event)
}
const stopOtherButtons = (event: MouseEvent): void => {
  if (event.button !== 0) stop(event)
}
/** There is nowhere to go back to: the page before this one is this one. */
const stay = (): void => window.history.pushState(null, '')

/** No second window and no paper, whoever asks. */
const closeOutlets = (): (() => void) => {
  const { open, print } = window
  window.open = () => null
  window.print = () => {}
  return () => Object.assign(window, { open, print })
}

/**
 * Keeps the student on this page as far as a page can. The shell holds the keys that never reach a page
 * (docs/decisions/0010-kiosk.md); whatever gets through meets a host that answers nothing but this form.
 */
export const useGuard = (): void => {
  useEffect(() => {
    const options = { capture: true, passive: false }
    window.addEventListener('keydown', stopKey, options)
    window.addEventListener('keyup', stopKey, options)
    window.addEventListener('wheel', stopZoom, options)
    window.addEventListener('mousedown', stopOtherButtons, options)
    window.addEventListener('mouseup', stopOtherButtons, options)
    for (const name of LEADING_AWAY) window.addEventListener(name, stop, options)
    stay()
    window.addEventListener('popstate', stay)
    const openOutlets = closeOutlets()
    return () => {
      openOutlets()
      window.removeEventListener('keydown', stopKey, options)
      window.removeEventListener('keyup', stopKey, options)
      window.removeEventListener('wheel', stopZoom, options)
      window.removeEventListener('mousedown', stopOtherButtons, options)
      window.removeEventListener('mouseup', stopOtherButtons, options)
      for (const name of LEADING_AWAY) window.removeEventListener(name, stop, options)
      window.removeEventListener('popstate', stay)
    }
  }, [])
}
