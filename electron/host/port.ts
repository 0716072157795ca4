import type { MessagePort } from 'node:worker_threads'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import { os, type AnyRouter } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { contract } from '#contract/all'
import { AppError } from '#contract/errors'
import type { Gate } from './gate.ts'
import { toWireError } from './wire-errors.ts'

/** A port that must be started before it gives what has arrived. */
export type StartablePort = SupportedMessagePort & Pick<MessagePort, 'start'>

/** Carries calls that arrive on message ports to the gate. Knows no feature. */
export function servePorts(gate: Gate): (port: StartablePort) => void {
  const router: AnyRouter = Object.fromEntries(
    Object.entries(contract).map(([feature, calls]) => [
      feature,
      Object.fromEntries(
        Object.keys(calls).map((verb) => [verb, os.handler(({ input }) => ask(gate, [feature, verb], input))]),
      ),
    ]),
  )
  const handler = new RPCHandler(router)
  return (port) => {
    handler.upgrade(port)
    port.start()
  }
}

async function ask(gate: Gate, path: readonly string[], input: unknown): Promise<unknown> {
  try {
    return await gate.call(path, input)
  } catch (error) {
    throw error instanceof AppError ? toWireError(error) : error
  }
}
