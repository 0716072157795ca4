import type { MessagePort } from 'node:worker_threads'
import type { VaultStatus } from '#contract/vault'

/** What a shell needs of the host that keeps the vault. */
export type HostDoor = {
  connect(port: MessagePort): void
  lock(reason: string): Promise<void>
  close(): Promise<void>
  onStatus(listener: (status: VaultStatus) => void): () => void
}
