import { PORT_MESSAGE } from '#contract/bridge'
import type { Bridge } from '#contract/bridge'

declare global {
  interface Window {
    quietroom?: Bridge
  }
}

/** The Electron shell around this window; undefined in a plain browser. */
export const bridge = (): Bridge | undefined => window.quietroom

/** The port over which the shell carries every call. */
export const receivePort = (shell: Bridge): Promise<MessagePort> =>
  new Promise((resolve) => {
    const take = (event: MessageEvent) => {
      const port = event.ports[0]
      if (event.source !== window || event.data !== PORT_MESSAGE || !port) return
      window.removeEventListener('message', take)
      resolve(port)
    }
    window.addEventListener('message', take)
    shell.connect()
  })
