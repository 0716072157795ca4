import { Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * No menu at all, so that no accelerator reloads, zooms or opens developer tools. macOS takes copy, paste and quit from
 * the menu, so there it has just those.
 */
export const replaceMenu = (platform: NodeJS.Platform = process.platform): void =>
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate(MAC_MENU) : null)

const MAC_MENU: MenuItemConstructorOptions[] = [
  { role: 'appMenu', submenu: [{ role: 'about' }, { type: 'separator' }, { role: 'hide' }, { role: 'quit' }] },
  {
    role: 'editMenu',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  },
]
