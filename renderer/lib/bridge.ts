/** What the Electron preload puts on the window. Absent in a plain browser. */
export type Bridge = {
  /** Asks for a connection; the port arrives as a window message `{ type: 'quietroom:port' }` with one port. */
  connect(): void
  /** Called when the shell wants the room locked (system lock, suspend, menu). */
  onLock(listener: () => void): void
}

declare global {
  interface Window {
    quietroom?: Bridge
  }
}

export const bridge = (): Bridge | undefined => window.quietroom

/** The port over which the shell carries every call. */
export const receivePort = (shell: Bridge): Promise<MessagePort> =>
  new Promise((resolve) => {
    const take = (event: MessageEvent) => {
      const port = event.ports[0]
      if (event.source !== window || event.data?.type !== 'quietroom:port' || !port) return
      window.removeEventListener('message', take)
      resolve(port)
    }
    window.addEventListener('message', take)
    shell.connect()
  })
