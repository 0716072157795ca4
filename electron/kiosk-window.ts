import type { BrowserWindow, BrowserWindowConstructorOptions, Input } from 'electron'

/** A student sits there alone: the window is all there is, and it cannot be moved, put away or closed. */
export const KIOSK_OPTIONS: BrowserWindowConstructorOptions = {
  kiosk: true,
  fullscreen: true,
  alwaysOnTop: true,
  closable: false,
  minimizable: false,
  maximizable: false,
  movable: false,
  autoHideMenuBar: true,
}

/** Keys that do nothing but type and move about in the form. Letters, digits and signs come besides. */
const NAMED_KEYS: ReadonlySet<string> = new Set([
  'Tab',
  'Enter',
  'Backspace',
  'Delete',
  'Escape',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Shift',
  'CapsLock',
  'NumLock',
])

const isPlainKey = ({ key, control, alt, meta }: Pick<Input, 'key' | 'control' | 'alt' | 'meta'>): boolean =>
  !control && !alt && !meta && ([...key].length === 1 || NAMED_KEYS.has(key))

/** What the program can do. Keys that the system keeps for itself need an account of its own (decision 0010). */
export const confineToKiosk = (window: BrowserWindow): void => {
  const contents = window.webContents
  window.removeMenu()
  window.setAlwaysOnTop(true, 'screen-saver')
  window.on('minimize', () => window.restore())
  window.on('leave-full-screen', () => window.setKiosk(true))
  // Keys and mouse buttons that would go back in a browser.
  window.on('app-command', (event) => event.preventDefault())
  contents.on('before-input-event', (event, input) => {
    if (!isPlainKey(input)) event.preventDefault()
  })
  contents.on('zoom-changed', (event) => event.preventDefault())
  void contents.setVisualZoomLevelLimits(1, 1)
}
