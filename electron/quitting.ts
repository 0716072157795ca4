import { app, dialog } from 'electron'
import type { Objection } from '#electron/start-check'
import { words } from '#electron/words'

/** The vault is closed already. `broken`: part of the room stopped twice; the person is told that the records are safe. */
export const quitRoom = (broken: boolean): void => {
  if (broken) dialog.showErrorBox(words().title, words().broken)
  app.exit(broken ? 1 : 0)
}

/** Nothing has been opened yet. */
export const refuseToStart = (objection: Objection): void => {
  dialog.showErrorBox(words().title, words()[objection])
  app.exit(2)
}
