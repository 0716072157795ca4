import { type BrowserWindow, MessageChannelMain, type WebFrameMain } from 'electron'
import type { VaultStatus } from '#contract/vault'
import { CHANNELS } from '#electron/channels'
import type { UtilityHost } from '#electron/host/utility'
import { placeOf, type WindowPlace } from '#electron/windows'

/** How long the page may take to put typed text away before its window is thrown away. */
const PUT_AWAY_WITHIN_MS = 1_000
/** A host that is lost again this soon will not get better by itself. */
const LOST_AGAIN_WITHIN_MS = 10_000

type HostEvents = { onStatus: (status: VaultStatus) => void; onLost: () => void }
export type RoomParts = {
  startHost(events: HostEvents): UtilityHost
  openWindow(place: WindowPlace | null): BrowserWindow
  /** Empties what a page left in the browser session. */
  emptySession(): Promise<void>
  /** The room is closed, or cannot be kept open. */
  quit(broken: boolean): void
}
export type Room = {
  /** Hands the page one end of a fresh channel to the host. */
  connect(frame: WebFrameMain): void
  readyToLock(): void
  lock(reason: string): Promise<void>
  close(): Promise<void>
  /** Has something done with the host, then shows the page anew. */
  prepare(work: (host: UtilityHost) => Promise<void>): Promise<void>
  focus(): void
  window(): BrowserWindow
}

/**
 * One host process and one window, which live and die together.
 *
 *     open ── lock ──► page puts text away ──► window destroyed ──► host ended ──► both started anew, locked
 *       └── close ──► the same, and then nothing is started
 */
export const openRoom = (parts: RoomParts): Room => {
  let lostAt = Number.NEGATIVE_INFINITY
  let opened = false
  let replacing: Promise<void> | null = null
  let closing: Promise<void> | null = null
  let putAway = () => {}
  let host = startHost()
  let window = showWindow(null)

  function startHost(): UtilityHost {
    return parts.startHost({
      onStatus({ state }) {
        const open = state !== 'locked' && state !== 'setup'
        // The host locked by itself (its own call, its own clock): the page still shows what it knew.
        if (opened && !open) void replace('host', false)
        opened = open
      },
      onLost: () => startAnewOrGiveUp('host-lost'),
    })
  }

  function showWindow(place: WindowPlace | null): BrowserWindow {
    const next = parts.openWindow(place)
    next.on('close', (event) => {
      event.preventDefault()
      void close()
    })
    // Windows ends the session; there is no `before-quit` then.
    next.on('query-session-end', () => void close())
    next.webContents.on('render-process-gone', () => startAnewOrGiveUp('page-lost'))
    return next
  }

  function startAnewOrGiveUp(reason: string): void {
    const now = performance.now()
    const again = now - lostAt < LOST_AGAIN_WITHIN_MS
    lostAt = now
    if (again) parts.quit(true)
    else void replace(reason, false)
  }

  /** Ends window and host. Nothing of the page is visible from the first line on. */
  async function end(reason: string, askPage: boolean): Promise<void> {
    window.hide()
    if (askPage) await pagePutsAway()
    window.destroy()
    await host.end(reason)
    await parts.emptySession()
  }

  async function pagePutsAway(): Promise<void> {
    const ready = new Promise<void>((resolve) => {
      putAway = resolve
      setTimeout(resolve, PUT_AWAY_WITHIN_MS)
    })
    window.webContents.send(CHANNELS.locking)
    await ready
  }

  function replace(reason: string, askPage: boolean): Promise<void> {
    const anew = async () => {
      const place = placeOf(window)
      await end(reason, askPage)
      opened = false
      if (closing) return
      host = startHost()
      window = showWindow(place)
    }
    replacing ??= anew()
      .catch(() => parts.quit(true))
      .finally(() => {
        replacing = null
      })
    return replacing
  }

  function close(): Promise<void> {
    const last = async () => {
      if (replacing) await replacing
      else await end('quit', true)
      parts.quit(false)
    }
    closing ??= last().catch(() => parts.quit(true))
    return closing
  }

  return {
    connect(frame) {
      const { port1, port2 } = new MessageChannelMain()
      host.connect(port1)
      frame.postMessage(CHANNELS.port, null, [port2])
    },
    readyToLock: () => putAway(),
    lock: async (reason) => {
      if (opened && !closing) await replace(reason, true)
    },
    close,
    async prepare(work) {
      await work(host)
      window.webContents.reload()
    },
    focus() {
      if (window.isDestroyed()) return
      if (window.isMinimized()) window.restore()
      window.focus()
    },
    window: () => window,
  }
}
