import { type BrowserWindow, dialog } from 'electron'
import { words } from '#electron/words'

/** Asks for a folder by the system's own dialog; null when the person changed their mind. What lies in it is not looked at. */
export const chooseFolder = async (window: BrowserWindow): Promise<string | null> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words().chooseFolder,
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  })
  return (!canceled && filePaths[0]) || null
}
