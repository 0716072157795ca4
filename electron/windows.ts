import { BrowserWindow, type Rectangle, type Session } from 'electron'
import { confineToKiosk, KIOSK_OPTIONS } from '#electron/kiosk-window'
import { PAGE } from '#electron/origin'

/** The same words for every state of the room: a taskbar must not tell that a child is here. */
const WINDOW_TITLE = '静室'
/** The ground colour of the page, so that the window never flashes white. */
const GROUND = '#f6f4ef'

export type WindowPlace = { bounds: Rectangle; maximized: boolean }
type Choices = {
  session: Session
  preload: string
  packed: boolean
  place: WindowPlace | null
  icon: string
  /** A student is to sit in front of it. */
  kiosk: boolean
}

export const openWindow = ({ session, preload, packed, place, icon, kiosk }: Choices): BrowserWindow => {
  const window = new BrowserWindow({
    title: WINDOW_TITLE,
    show: false,
    backgroundColor: GROUND,
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    ...place?.bounds,
    ...(kiosk && KIOSK_OPTIONS),
    icon,
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      enableWebSQL: false,
      safeDialogs: true,
      devTools: !packed && !kiosk,
    },
  })
  window.setContentProtection(true)
  if (kiosk) confineToKiosk(window)
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => {
    if (!kiosk && (place ? place.maximized : true)) window.maximize()
    window.show()
  })
  void window.loadURL(PAGE)
  return window
}

export const placeOf = (window: BrowserWindow): WindowPlace => ({
  bounds: window.getNormalBounds(),
  maximized: window.isMaximized(),
})
