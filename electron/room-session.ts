import { session as sessions, type Session } from 'electron'
import { type BuiltFiles } from '#electron/built-files'
import { serveWindow } from '#electron/app-protocol'
import { isOurs, ORIGIN } from '#electron/origin'

/** Without `persist:` Chromium keeps it in memory only. */
const PARTITION = 'quietroom'

/** The one browser session: it keeps nothing, permits nothing, and reaches nothing but our own files. */
export const openRoomSession = async (files: BuiltFiles, packed: boolean): Promise<Session> => {
  const session = sessions.fromPartition(PARTITION, { cache: false })
  denyPermissions(session)
  cancelForeignRequests(session, packed)
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
  await session.setProxy({ mode: 'direct' })
  serveWindow(session, files)
  return session
}

/** Whatever a page left behind in the session, after its window is gone. */
export const emptySession = async (session: Session): Promise<void> => {
  await Promise.all([session.clearStorageData(), session.clearCache(), session.clearAuthCache()])
}

const denyPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault()
    answer(null)
  })
  session.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault()
    answer()
  })
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault()
    answer('')
  })
}

const cancelForeignRequests = (session: Session, packed: boolean): void =>
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url, packed) }))

/** Our files, blobs our page made, pictures written out in the page; the developer tools only in an unpacked room. */
const mayLoad = (address: string, packed: boolean): boolean =>
  isOurs(address) ||
  address.startsWith(`blob:${ORIGIN}/`) ||
  /^data:image\/(?:png|svg\+xml)[;,]/.test(address) ||
  (!packed && address.startsWith('devtools://devtools/'))
