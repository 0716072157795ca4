import { contextBridge, ipcRenderer } from 'electron'
import { type Bridge, PORT_MESSAGE } from '#contract/bridge'
import { CHANNELS } from '#electron/channels'

/** All of the page's world that is touched here. */
declare const window: {
  location: { origin: string }
  postMessage(message: string, targetOrigin: string, transfer: unknown[]): void
}

const lockListeners = new Set<() => void | Promise<void>>()

ipcRenderer.on(CHANNELS.port, (event) => window.postMessage(PORT_MESSAGE, window.location.origin, [...event.ports]))
ipcRenderer.on(CHANNELS.locking, () => {
  void Promise.allSettled([...lockListeners].map(async (listener) => listener())).then(() =>
    ipcRenderer.invoke(CHANNELS.readyToLock),
  )
})

const platform: Bridge['platform'] =
  process.platform === 'win32' ? 'windows' : process.platform === 'darwin' ? 'mac' : 'linux'

const bridge: Bridge = Object.freeze({
  platform,
  connect() {
    void ipcRenderer.invoke(CHANNELS.connect)
  },
  async print() {
    return (await ipcRenderer.invoke(CHANNELS.print)) === true
  },
  async save(fileName: string, bytes: Uint8Array) {
    return (await ipcRenderer.invoke(CHANNELS.save, fileName, bytes)) === true
  },
  async chooseFolder() {
    const folder: unknown = await ipcRenderer.invoke(CHANNELS.chooseFolder)
    return typeof folder === 'string' ? folder : null
  },
  lock() {
    void ipcRenderer.invoke(CHANNELS.lock)
  },
  onLock(listener: () => void | Promise<void>) {
    lockListeners.add(listener)
    return () => {
      lockListeners.delete(listener)
    }
  },
})

contextBridge.exposeInMainWorld('quietroom', bridge)
