/**
 * What Electron's preload gives the page as `window.quietroom`. Absent in the loopback shell.
 * Nothing here names a channel or an event object, and of the disk only the folder that a person has just chosen.
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
  /** Asks for a folder, for backups and for bringing one back. Null when the person changed their mind. */
  chooseFolder(): Promise<string | null>
  /** Locks the room at once, as the quick key does. */
  lock(): void
  /**
   * Told before the window is thrown away; what the listener promises is waited for (at most one second), so that typed text
   * can still be kept. Returns the call that stops listening.
   */
  onLock(listener: () => void | Promise<void>): () => void
}

export const PORT_MESSAGE = 'quietroom-port'
