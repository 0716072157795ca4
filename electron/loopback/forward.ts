import { MessageChannel } from 'node:worker_threads'
import { RPCLink } from '@orpc/client/message-port'
import { isContractProcedure } from '@orpc/contract'
import { os } from '@orpc/server'
import type { AnyRouter } from '@orpc/server'
import { RPCHandler } from '@orpc/server/node'
import { contract } from '#contract/all'
import type { ProcedureMeta } from '#contract/procedure'
import type { Host } from '#electron/host/start-host'

/** What the carrier adds to the answer of a call: a new grant for the window, when one is due. */
export type CallContext = { extraHeaders: () => Record<string, string> }

/**
 * HTTP in, MessagePort out. It walks the contract and knows no feature; input, rights and output are the gate's business,
 * and its errors pass through as they are.
 */
export const createForwarder = (host: Host): RPCHandler<CallContext> => {
  let link = linkTo(host)
  host.onFresh(() => (link = linkTo(host)))

  const forward = (node: unknown, path: readonly string[]): AnyRouter =>
    isContractProcedure(node)
      ? os.$context<CallContext>().handler(({ input, signal }) => link.call(path, input, { signal, context: {} }))
      : Object.fromEntries(
          Object.entries(node as object).map(([name, child]) => [name, forward(child, [...path, name])]),
        )

  return new RPCHandler<CallContext>(forward(contract, []), {
    rootInterceptors: [
      async (call) => {
        const result = await call.next()
        if (!result.matched) return result
        const headers = { ...result.response.headers, ...call.context.extraHeaders() }
        return { ...result, response: { ...result.response, headers } }
      },
    ],
  })
}

/** A way to the thread that is there now; it dies with it. */
const linkTo = (host: Host) => {
  const { port1, port2 } = new MessageChannel()
  host.connect(port2)
  const link = new RPCLink({ port: port1 })
  port1.start()
  return link
}

/** Paths (`/imports/inspect`) whose body may be a whole file. */
export const largePaths = (): ReadonlySet<string> => {
  const found = new Set<string>()
  const visit = (node: unknown, path: string) => {
    if (!isContractProcedure(node)) {
      for (const [name, child] of Object.entries(node as object)) visit(child, `${path}/${name}`)
    } else if ((node['~orpc'].meta as ProcedureMeta).large) found.add(path)
  }
  visit(contract, '')
  return found
}
