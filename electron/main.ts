import { join } from 'node:path'
import { app } from 'electron'
import { registerScheme } from '#electron/app-protocol'
import { listBuiltFiles } from '#electron/built-files'
import { dataPlace, prepareDataPlace } from '#electron/data-place'
import { hardenApp } from '#electron/hardening'
import { startUtilityHost } from '#electron/host/utility'
import { watchLockTriggers } from '#electron/lock-triggers'
import { replaceMenu } from '#electron/menu'
import { answerPage } from '#electron/page-calls'
import { openRoom } from '#electron/room-lifetime'
import { emptySession, openRoomSession } from '#electron/room-session'
import { openPractice } from '#electron/practice'
import { quitRoom, refuseToStart } from '#electron/quitting'
import { objectionToStart } from '#electron/start-check'
import { openWindow } from '#electron/windows'
import { language } from '#electron/words'

const here = import.meta.dirname
const dataDir = dataPlace()

const objection = objectionToStart()
if (objection) refuseToStart(objection)
else {
  prepareDataPlace(dataDir)
  app.setPath('userData', join(dataDir, 'browser'))
  registerScheme()
  hardenApp()
  if (app.requestSingleInstanceLock()) start().catch(() => quitRoom(true))
  else app.exit(0)
}

// Not awaited at the top level: Electron is ready only after this module has run.
async function start(): Promise<void> {
  await app.whenReady()
  replaceMenu()
  const packed = app.isPackaged
  const session = await openRoomSession(listBuiltFiles(join(here, '../renderer')), packed)
  const room = openRoom({
    startHost: (events) => startUtilityHost({ file: join(here, 'host/thread.js'), dataDir, ...events }),
    openWindow: (place, kiosk) =>
      openWindow({ session, packed, place, kiosk, preload: join(here, 'preload.cjs'), icon: join(here, 'icon.png') }),
    emptySession: () => emptySession(session),
    quit: quitRoom,
  })
  answerPage(room)
  if (process.argv.includes('--practice')) void room.prepare((host) => openPractice(host, language()))
  watchLockTriggers((reason) => void room.lock(reason))
  app.on('second-instance', () => room.focus())
  app.on('window-all-closed', () => {})
  app.on('before-quit', (event) => {
    event.preventDefault()
    void room.close()
  })
}
