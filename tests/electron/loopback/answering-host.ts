import type { MessagePort } from 'node:worker_threads'
import { isContractProcedure } from '@orpc/contract'
import { os } from '@orpc/server'
import type { AnyRouter } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { contract } from '#contract/all'
import type { VaultStatus } from '#contract/vault'
import type { Host } from '#electron/host/start-host'

/** Stands in every answer of the answering host: where it is read, a carrier has let somebody in. */
export const CANARY = 'canary-7f3a'

/** A host at the far end of the carrier that says yes to every call of the contract, so only the carrier can refuse. */
export const createAnsweringHost = () => {
  const answered: string[] = []
  const locks: string[] = []
  const listeners = new Set<(status: VaultStatus) => void>()

  const answer = (node: unknown, path: readonly string[]): AnyRouter =>
    isContractProcedure(node)
      ? os.handler(() => {
          answered.push(path.join('.'))
          return { canary: CANARY }
        })
      : Object.fromEntries(
          Object.entries(node as object).map(([name, child]) => [name, answer(child, [...path, name])]),
        )
  const handler = new RPCHandler(answer(contract, []))

  const host: Host = {
    connect(port: MessagePort) {
      handler.upgrade(port)
      port.start()
    },
    onFresh: () => undefined,
    async lock(reason) {
      locks.push(reason)
    },
    async close() {},
    onStatus(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const becomes = (state: VaultStatus['state']) => {
    for (const listener of listeners)
      listener({ state, practice: false, alarm: null, trouble: null, startCode: false, retryAfterMs: 0 })
  }
  return { host, answered, locks, becomes }
}
