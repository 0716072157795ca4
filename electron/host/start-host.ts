import { type MessagePort, Worker } from 'node:worker_threads'
import { VaultStatus } from '#contract/vault'
import { z } from 'zod'

/** The host as a shell under plain Node sees it: a thread that owns the vault. */
export type Host = {
  connect(port: MessagePort): void
  lock(reason: string): Promise<void>
  close(): Promise<void>
  onStatus(listener: (status: VaultStatus) => void): () => void
}
const Word = z.discriminatedUnion('type', [
  z.object({ type: z.literal('status'), status: VaultStatus }),
  z.object({ type: z.literal('closed') }),
])

/** Starts the thread. `threadFile` is `electron/host/thread.ts` or its built form. */
export function startHost({ dataDir, threadFile }: { dataDir: string; threadFile: string | URL }): Host {
  const worker = new Worker(threadFile, { workerData: { dataDir } })
  const listeners = new Set<(status: VaultStatus) => void>()
  const closed = Promise.withResolvers<void>()
  let latest: VaultStatus | null = null
  worker.on('message', (raw: unknown) => {
    const word = Word.safeParse(raw).data
    if (word?.type === 'closed') closed.resolve()
    if (word?.type !== 'status') return
    latest = word.status
    for (const listener of listeners) listener(word.status)
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
