import { type MessagePort, Worker } from 'node:worker_threads'
import type { VaultStatus } from '#contract/vault'
import { HostMessage, type ShellMessage } from './messages.ts'

/** The host as a shell under plain Node sees it: a thread that owns the vault, and another one after every lock. */
export type Host = {
  connect(port: MessagePort): void
  /** A new thread has taken the place of the former one; ports that were connected are dead. */
  onFresh(listener: () => void): void
  lock(reason: string): Promise<void>
  close(): Promise<void>
  onStatus(listener: (status: VaultStatus) => void): () => void
}

/** Short-lived objects are cleared away sooner: 40 MB less of an office PC's memory at the same speed. */
const HOST_LIMITS = { maxYoungGenerationSizeMb: 16 }
/** A thread that does not close in time is ended as it stands: the vault is closed since the lock. */
const CLOSE_WITHIN_MS = 2_000

const isOpen = ({ state }: VaultStatus): boolean => state === 'unlocked' || state === 'read-only'

/**
 * Starts the thread. `threadFile` is `electron/host/thread.ts` or its built form. It is ended, not reused, once the vault
 * was open and is no more: only that empties its memory (security.md §3.6).
 */
export function startHost(places: { dataDir: string; threadFile: string | URL }): Host {
  const listeners = new Set<(status: VaultStatus) => void>()
  const fresh = new Set<() => void>()
  let latest: VaultStatus | null = null
  const inPractice = (): boolean => latest?.practice ?? false
  let thread = startThread(places, inPractice, hear)

  function hear(status: VaultStatus): void {
    const wasOpen = latest !== null && isOpen(latest)
    latest = status
    for (const listener of listeners) listener(status)
    if (!wasOpen || isOpen(status)) return
    // What is said from now on waits for the next thread; the former still gives the answers it owes.
    thread = startThread(places, inPractice, hear, thread.close())
    for (const listener of fresh) listener()
  }
  const until = (isThere: (status: VaultStatus) => boolean): Promise<void> =>
    new Promise((resolve) => {
      const listener = (status: VaultStatus): void => {
        if (!isThere(status)) return
        listeners.delete(listener)
        resolve()
      }
      listeners.add(listener)
      if (latest) listener(latest)
    })
  return {
    connect: (port) => thread.say({ type: 'connect', port }, [port]),
    onFresh: (listener) => void fresh.add(listener),
    async lock(reason) {
      thread.say({ type: 'lock', reason })
      await until((status) => !isOpen(status))
    },
    close: () => thread.close(),
    onStatus(listener) {
      listeners.add(listener)
      if (latest) listener(latest)
      return () => listeners.delete(listener)
    },
  }
}

type Thread = { say(message: ShellMessage, ports?: MessagePort[]): void; close(): Promise<void> }

/**
 * Starts once the former thread is gone: two never have the vault's folder. Whoever locked the practice room is at its door
 * again.
 */
function startThread(
  { dataDir, threadFile }: { dataDir: string; threadFile: string | URL },
  inPractice: () => boolean,
  hear: (status: VaultStatus) => void,
  former?: Promise<void>,
): Thread {
  const closed = Promise.withResolvers<void>()
  let waiting: Parameters<Thread['say']>[] = []
  let isEnded = false
  let worker = former ? undefined : start()
  const started = former?.then(() => {
    if (isEnded) return closed.resolve()
    worker = start()
    for (const [message, ports] of waiting) worker.postMessage(message, ports)
    waiting = []
  })

  function start(): Worker {
    const next = new Worker(threadFile, {
      workerData: { dataDir, inPractice: inPractice() },
      resourceLimits: HOST_LIMITS,
    })
    next.on('message', (raw: unknown) => {
      const message = HostMessage.safeParse(raw).data
      if (message?.type === 'closed') closed.resolve()
      if (message?.type === 'status') hear(message.status)
    })
    next.once('exit', () => closed.resolve())
    return next
  }
  const say: Thread['say'] = (message, ports = []) => {
    if (worker) worker.postMessage(message, ports)
    else waiting.push([message, ports])
  }
  return {
    say,
    async close() {
      isEnded = true
      worker?.postMessage({ type: 'close' })
      const limit = setTimeout(closed.resolve, CLOSE_WITHIN_MS)
      await Promise.all([closed.promise, started])
      clearTimeout(limit)
      await worker?.terminate()
    },
  }
}
