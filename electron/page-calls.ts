import { CHANNELS } from '#electron/channels'
import { chooseFolder } from '#electron/choosing'
import { answerCalls, NOTHING } from '#electron/ipc'
import { printPage } from '#electron/printing'
import type { Room } from '#electron/room-lifetime'
import { saveFile, SaveInput } from '#electron/saving'

/**
 * Everything the page may ask of the shell. What it asks of the vault goes over the port instead. At the kiosk nothing is
 * printed, saved or chosen.
 */
export const answerPage = (room: Room): void => {
  answerCalls(CHANNELS.connect, NOTHING, (_input, frame) => room.connect(frame))
  answerCalls(CHANNELS.print, NOTHING, () => !room.isKiosk() && printPage(room.window().webContents))
  answerCalls(
    CHANNELS.save,
    SaveInput,
    ([fileName, bytes]) => !room.isKiosk() && saveFile(room.window(), fileName, bytes),
  )
  answerCalls(CHANNELS.chooseFolder, NOTHING, () => (room.isKiosk() ? null : chooseFolder(room.window())))
  answerCalls(CHANNELS.lock, NOTHING, () => room.lock('key'))
  answerCalls(CHANNELS.readyToLock, NOTHING, () => room.readyToLock())
}
