import { type BrowserWindow, MessageChannelMain, type WebFrameMain } from 'electron'
import type { VaultStatus } from '#contract/vault'
import { CHANNELS } from '#electron/channels'
import type { UtilityHost } from '#electron/host/utility'
import { placeOf, type WindowPlace } from '#electron/windows'

/** How long the page may take to put typed text away before its window is thrown away. */
const PUT_AWAY_WITHIN_MS = 1_000
/** A host that is lost again this soon will not get better by itself. */
const LOST_AGAIN_WITHIN_MS = 10_000

type HostEvents = { inPractice: boolean; onStatus: (status: VaultStatus) => void; onLost: () => void }
export type RoomParts = {
  startHost(events: HostEvents): UtilityHost
  openWindow(place: WindowPlace | null, kiosk: boolean): BrowserWindow
  /** Empties what a page left in the browser session. */
  emptySession(): Promise<void>
  /** The room is closed, or cannot be kept open. */
  quit(broken: boolean): void
}
export type Room = {
  /** Hands the page one end of a fresh channel to the host. */
  connect(frame: WebFrameMain): void
  readyToLock(): void
  /** At the kiosk there is nothing to lock; only a PC that shuts down ends it. */
  lock(reason: string): Promise<void>
  /** Not at the kiosk. */
  close(): Promise<void>
  isKiosk(): boolean
  /** Has something done with the host, then shows the page anew. */
  prepare(work: (host: UtilityHost) => Promise<void>): Promise<void>
  focus(): void
  window(): BrowserWindow
}

/**
 * One host process and one window, which live and die together.
 *
 *     open ── lock ──► page puts text away ──► window destroyed ──► host ended ──► both started anew, locked
 *       │    └── close ──► the same, and then nothing is started
 *       └── kiosk ──► window destroyed ──► host ended ──► both started anew, the window with nothing but the form
 *                        and once the password was right: window destroyed, an ordinary one in its place
 */
export const openRoom = (parts: RoomParts): Room => {
  let lostAt = Number.NEGATIVE_INFINITY
  let opened = false
  let inKiosk = false
  let shownAsKiosk = false
  let place: WindowPlace | null = null
  let lostMeanwhile = false
  let replacing: Promise<void> | null = null
  let closing: Promise<void> | null = null
  let putAway = () => {}
  let host = startHost(false)
  let window = showWindow()

  function startHost(inPractice: boolean): UtilityHost {
    return parts.startHost({
      inPractice,
      onStatus({ state }) {
        const open = state === 'unlocked' || state === 'read-only'
        inKiosk = state === 'kiosk'
        // The host locked or went to the kiosk by itself: the page still shows what it knew, the host may remember.
        if (opened && !open) void replace('host', false)
        else if (inKiosk !== shownAsKiosk) void replaceWindow()
        opened = open
      },
      onLost() {
        if (replacing) lostMeanwhile = true
        else startAnewOrGiveUp('host-lost')
      },
    })
  }

  function showWindow(): BrowserWindow {
    const next = parts.openWindow(place, inKiosk)
    shownAsKiosk = inKiosk
    next.on('close', (event) => {
      event.preventDefault()
      if (!inKiosk) void close()
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
    // At the kiosk the desktop is no place to end on, however often it fails.
    if (again && !inKiosk) parts.quit(true)
    else void replace(reason, false)
  }

  /** Ends window and host. Nothing of the page is visible from the first line on. */
  async function end(reason: string, askPage: boolean): Promise<void> {
    rememberPlace()
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

  function rememberPlace(): void {
    if (!shownAsKiosk) place = placeOf(window)
  }

  function replace(reason: string, askPage: boolean): Promise<void> {
    return onceAtATime(async () => {
      await end(reason, askPage)
      opened = false
      if (closing) return
      // Whoever locked the practice room is at its door again.
      host = startHost(host.status()?.practice ?? false)
      window = showWindow()
    })
  }

  /** The host stays: it has just been started, or has just opened the vault. */
  function replaceWindow(): Promise<void> {
    return onceAtATime(async () => {
      rememberPlace()
      window.destroy()
      await parts.emptySession()
      if (closing) await host.end('quit')
      else window = showWindow()
    })
  }

  function onceAtATime(work: () => Promise<void>): Promise<void> {
    replacing ??= work()
      .catch(() => parts.quit(true))
      .finally(() => {
        replacing = null
        if (closing) return
        if (lostMeanwhile) startAnewOrGiveUp('host-lost')
        else if (inKiosk !== shownAsKiosk) void replaceWindow()
        lostMeanwhile = false
      })
    return replacing
  }

  function close(): Promise<void> {
    const last = async () => {
      if (replacing) await replacing
      else await end('quit', !inKiosk)
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
      if (inKiosk && reason === 'shutdown') await close()
      else if (opened && !closing) await replace(reason, true)
    },
    close: async () => {
      if (!inKiosk) await close()
    },
    isKiosk: () => inKiosk,
    async prepare(work) {
      await work(host)
      if (!window.isDestroyed()) window.webContents.reload()
    },
    focus() {
      if (window.isDestroyed()) return
      if (window.isMinimized()) window.restore()
      window.focus()
    },
    window: () => window,
  }
}
