/**
 * Stands in for the module `electron`, which cannot run without its binary. It does nothing but record what the shell asks
 * for and let a test play the part of Chromium. Use: `vi.mock('electron', () => import('#tests/electron/fake-electron'))`.
 */
import { EventEmitter } from 'node:events'

export type Recorded = { what: string; args: unknown[] }
export const record: Recorded[] = []
export const callsOf = (what: string): unknown[][] =>
  record.filter((call) => call.what === what).map((call) => call.args)
const note = (what: string, ...args: unknown[]) => {
  record.push({ what, args })
}
/** A function that records its call under this name and answers this. */
const noting =
  <T>(what: string, answer?: T) =>
  (...args: unknown[]): T => {
    note(what, ...args)
    return answer as T
  }

export type Handler = (...args: never[]) => unknown

export const app = Object.assign(new EventEmitter(), {
  isPackaged: true,
  switches: new Set<string>(),
  hasLock: true,
  locale: 'zh-CN',
  enableSandbox: noting('app.enableSandbox'),
  exit: noting('app.exit'),
  setPath: noting('app.setPath'),
  getPath: (name: string) => `/home/somebody/${name}`,
  appPath: '',
  getAppPath: () => app.appPath,
  getLocale: () => app.locale,
  requestSingleInstanceLock: (...args: unknown[]) => {
    note('app.requestSingleInstanceLock', ...args)
    return app.hasLock
  },
  whenReady: async () => note('app.whenReady'),
  commandLine: {
    hasSwitch: (name: string) => app.switches.has(name),
    appendSwitch: noting('app.commandLine.appendSwitch'),
  },
})

export const protocol = { registerSchemesAsPrivileged: noting('protocol.registerSchemesAsPrivileged') }

export class FakeSession extends EventEmitter {
  handlers = new Map<string, Handler>()
  scheme: { name: string; answer: (request: Request) => Promise<Response> } | undefined
  beforeRequest: ((details: { url: string }, answer: (reply: { cancel?: boolean }) => void) => void) | undefined
  protocol = {
    handle: (name: string, answer: (request: Request) => Promise<Response>) => {
      note('session.protocol.handle', name)
      this.scheme = { name, answer }
    },
  }
  webRequest = {
    onBeforeRequest: (...args: unknown[]) => {
      note('session.webRequest.onBeforeRequest', ...args)
      this.beforeRequest = args.at(-1) as FakeSession['beforeRequest']
    },
  }
  private keep = (name: string) => (handler: Handler) => {
    note(`session.${name}`)
    this.handlers.set(name, handler)
  }
  setPermissionRequestHandler = this.keep('setPermissionRequestHandler')
  setPermissionCheckHandler = this.keep('setPermissionCheckHandler')
  setDevicePermissionHandler = this.keep('setDevicePermissionHandler')
  setDisplayMediaRequestHandler = this.keep('setDisplayMediaRequestHandler')
  setUSBProtectedClassesHandler = this.keep('setUSBProtectedClassesHandler')
  setBluetoothPairingHandler = this.keep('setBluetoothPairingHandler')
  setSpellCheckerEnabled = noting('session.setSpellCheckerEnabled')
  setProxy = noting('session.setProxy', Promise.resolve())
  clearStorageData = noting('session.clearStorageData', Promise.resolve())
  clearCache = noting('session.clearCache', Promise.resolve())
  clearAuthCache = noting('session.clearAuthCache', Promise.resolve())
}

export const sessions: FakeSession[] = []
export const session = {
  fromPartition: (...args: unknown[]) => {
    note('session.fromPartition', ...args)
    const made = new FakeSession()
    sessions.push(made)
    return made
  },
}

export class FakeFrame {
  url = 'app://quietroom/'
  origin = 'app://quietroom'
  parent: FakeFrame | null = null
  detached = false
  destroyed = false
  isDestroyed = () => this.destroyed
  postMessage = noting('frame.postMessage')
}

let lastId = 0
export class FakeContents extends EventEmitter {
  id = ++lastId
  mainFrame = new FakeFrame()
  destroyed = false
  windowOpenHandler: Handler | undefined
  sent: string[] = []
  isDestroyed = () => this.destroyed
  setWindowOpenHandler = (handler: Handler) => {
    this.windowOpenHandler = handler
  }
  reload = noting('contents.reload')
  setVisualZoomLevelLimits = noting('contents.setVisualZoomLevelLimits', Promise.resolve())
  send = (channel: string, ...args: unknown[]) => {
    note('contents.send', channel, ...args)
    this.sent.push(channel)
  }
  print = (options: unknown, done: (printed: boolean) => void) => {
    note('contents.print', options)
    done(true)
  }
}

export class BrowserWindow extends EventEmitter {
  static made: BrowserWindow[] = []
  webContents = new FakeContents()
  visible = false
  maximized = false
  options: Record<string, unknown>
  constructor(options: Record<string, unknown>) {
    super()
    this.options = options
    note('BrowserWindow', options)
    BrowserWindow.made.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  get isGone() {
    return this.webContents.destroyed
  }
  loadURL = noting('window.loadURL', Promise.resolve())
  setContentProtection = noting('window.setContentProtection')
  removeMenu = noting('window.removeMenu')
  setAlwaysOnTop = noting('window.setAlwaysOnTop')
  setKiosk = noting('window.setKiosk')
  hide = () => {
    note('window.hide')
    this.visible = false
  }
  show = () => {
    this.visible = true
  }
  maximize = () => {
    this.maximized = true
  }
  isMaximized = () => this.maximized
  isMinimized = () => true
  restore = noting('window.restore')
  focus = noting('window.focus')
  getNormalBounds = () => ({ x: 10, y: 20, width: 1366, height: 768 })
  isDestroyed = () => this.isGone
  destroy = () => {
    note('window.destroy')
    this.webContents.destroyed = true
    this.webContents.mainFrame.destroyed = true
    this.emit('closed')
  }
}

class FakeChild extends EventEmitter {
  said: { message: { type: string }; ports: unknown[] }[] = []
  killed = false
  postMessage = (message: { type: string }, ports: unknown[] = []) => {
    note(`host.${message.type}`)
    this.said.push({ message, ports })
    if (message.type === 'close' && this.closesWell) queueMicrotask(() => this.emit('message', { type: 'closed' }))
  }
  closesWell = true
  kill = () => {
    note('host.kill')
    this.killed = true
    return true
  }
}
export const children: FakeChild[] = []
export const utilityProcess = {
  fork: (...args: unknown[]) => {
    note('utilityProcess.fork', ...args)
    const child = new FakeChild()
    children.push(child)
    return child
  },
}

class FakePort extends EventEmitter {
  start = noting('port.start')
  close = noting('port.close')
  postMessage = noting('port.postMessage')
}
export class MessageChannelMain {
  static made: MessageChannelMain[] = []
  port1 = new FakePort()
  port2 = new FakePort()
  constructor() {
    MessageChannelMain.made.push(this)
  }
}

export const powerMonitor = Object.assign(new EventEmitter(), {
  idleState: 'active',
  idleSeconds: 0,
  getSystemIdleState: () => powerMonitor.idleState,
  getSystemIdleTime: () => powerMonitor.idleSeconds,
})

type Call = { channel: string; run: (event: unknown, ...args: unknown[]) => Promise<unknown> }
export const calls: Call[] = []
export const ipcMain = {
  handle: (channel: string, run: Call['run']) => {
    note('ipcMain.handle', channel)
    calls.push({ channel, run })
  },
}

/** What a page's preload would get when it calls; `from` may be a frame that must not be heard. */
export const ask = async (
  channel: string,
  args: unknown[] = [],
  from?: { sender: FakeContents; senderFrame: FakeFrame | null },
) => {
  const contents = BrowserWindow.made.at(-1)?.webContents ?? new FakeContents()
  const event = from ?? { sender: contents, senderFrame: contents.mainFrame }
  return calls.find((call) => call.channel === channel)?.run(event, ...args)
}

export const Menu = {
  setApplicationMenu: noting('Menu.setApplicationMenu'),
  buildFromTemplate: (template: unknown) => template,
}

export const dialog = {
  place: '',
  folder: '',
  showErrorBox: noting('dialog.showErrorBox'),
  showSaveDialog: async (...args: unknown[]) => {
    note('dialog.showSaveDialog', ...args)
    return { canceled: dialog.place === '', filePath: dialog.place }
  },
  showOpenDialog: async (...args: unknown[]) => {
    note('dialog.showOpenDialog', ...args)
    return { canceled: dialog.folder === '', filePaths: dialog.folder === '' ? [] : [dialog.folder] }
  },
}

export const exposed = new Map<string, unknown>()
export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => {
    exposed.set(name, value)
  },
}
export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: noting('ipcRenderer.invoke', Promise.resolve(true)),
})

/** An event whose default the shell may prevent. */
export const event = (more: Record<string, unknown> = {}) => {
  const made = { ...more, prevented: false, preventDefault: () => void (made.prevented = true) }
  return made
}

/** As if nothing had happened yet. */
export const forget = (): void => {
  for (const list of [record, sessions, BrowserWindow.made, MessageChannelMain.made, children, calls]) list.length = 0
  for (const emitter of [app, powerMonitor, ipcRenderer]) emitter.removeAllListeners()
  exposed.clear()
  app.switches.clear()
  Object.assign(app, { isPackaged: true, hasLock: true, locale: 'zh-CN' })
  Object.assign(powerMonitor, { idleState: 'active', idleSeconds: 0 })
  Object.assign(dialog, { place: '', folder: '' })
}
