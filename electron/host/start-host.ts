import { type MessagePort, Worker } from 'node:worker_threads'
import type { VaultStatus } from '#contract/vault'
import { HostMessage } from './messages.ts'

/** The host as a shell under plain Node sees it: a thread that owns the vault. */
export type Host = {
  connect(port: MessagePort): void
  lock(reason: string): Promise<void>
  close(): Promise<void>
  onStatus(listener: (status: VaultStatus) => void): () => void
}

/** Short-lived objects are cleared away sooner: 40 MB less of an office PC's memory at the same speed. */
export const HOST_LIMITS = { maxYoungGenerationSizeMb: 16 }

/** Starts the thread. `threadFile` is `electron/host/thread.ts` or its built form. */
export function startHost({ dataDir, threadFile }: { dataDir: string; threadFile: string | URL }): Host {
  const worker = new Worker(threadFile, { workerData: { dataDir }, resourceLimits: HOST_LIMITS })
  const listeners = new Set<(status: VaultStatus) => void>()
  const closed = Promise.withResolvers<void>()
  let latest: VaultStatus | null = null
  worker.on('message', (raw: unknown) => {
    const message = HostMessage.safeParse(raw).data
    if (message?.type === 'closed') closed.resolve()
    if (message?.type !== 'status') return
    latest = message.status
    for (const listener of listeners) listener(message.status)
  })
  worker.once('exit', () => closed.resolve())
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
    connect: (port) => worker.postMessage({ type: 'connect', port }, [port]),
    async lock(reason) {
      worker.postMessage({ type: 'lock', reason })
      await until((status) => status.state !== 'unlocked')
    },
    async close() {
      worker.postMessage({ type: 'close' })
      await closed.promise
      await worker.terminate()
    },
    onStatus(listener) {
      listeners.add(listener)
      if (latest) listener(latest)
      return () => listeners.delete(listener)
    },
  }
}
