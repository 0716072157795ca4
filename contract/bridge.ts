/**
 * What Electron's preload gives the page as `window.quietroom`. Absent in the loopback shell.
 * Nothing here names a channel, an event object or a place on disk.
 */
export type Bridge = {
  readonly platform: 'windows' | 'mac' | 'linux'
  /**
   * Asks for a fresh MessagePort to the host. It arrives as a `message` event on `window` whose `source` is `window`,
   * whose `data` is `PORT_MESSAGE` and whose first port is the one to talk on: a port cannot be a return value here.
   */
  connect(): void
  /** Opens the system's print dialog for the page as it stands. False when nothing was printed. */
  print(): Promise<boolean>
  /** Asks where to keep the file, then writes it. False when the person changed their mind. */
  save(fileName: string, bytes: Uint8Array): Promise<boolean>
  /** Locks the room at once, as the quick key does. */
  lock(): void
  /**
   * Told before the window is thrown away; what the listener promises is waited for (at most one second), so that typed text
   * can still be kept. Returns the call that stops listening.
   */
  onLock(listener: () => void | Promise<void>): () => void
}

export const PORT_MESSAGE = 'quietroom-port'
