import { createORPCClient, ORPCError } from '@orpc/client'
import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#contract/all'
import { AppError, ERROR_CODES } from '#contract/errors'
import type { ErrorCode, ErrorData } from '#contract/errors'
import { bridge, receivePort } from '#lib/bridge'
import { loopbackFetch, openLoopbackSession } from '#lib/loopback-session'

/** `reason` of an `internal` error when the host could not be reached at all. */
export const UNREACHABLE = 'unreachable'

const portLink = async (): Promise<ClientLink<ClientContext>> => {
  const shell = bridge()
  if (!shell) throw new AppError('internal', { reason: UNREACHABLE })
  const port = await receivePort(shell)
  const link = new PortLink({ port })
  port.start()
  return link
}

const httpLink = async (): Promise<ClientLink<ClientContext>> => {
  await openLoopbackSession()
  return new HttpLink({ url: `${window.location.origin}/rpc`, fetch: loopbackFetch })
}

let opened: Promise<ClientLink<ClientContext>> | undefined
const link = () => {
  opened ??= (bridge() ? portLink() : httpLink()).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

const asErrorCode = (code: string): ErrorCode | undefined => {
  const plain = code.toLowerCase().replaceAll('_', '-')
  return ERROR_CODES.find((known) => known === plain)
}

/** Whatever was thrown on the way, as the one error of this program. */
export const toAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error
  if (error instanceof ORPCError) {
    const code = asErrorCode(error.code)
    if (code) return new AppError(code, (error.data ?? {}) as ErrorData)
    if (error.code === 'BAD_REQUEST') return new AppError('invalid')
    if (error.code === 'UNAUTHORIZED') return new AppError('locked')
    return new AppError('internal')
  }
  return new AppError('internal', { reason: UNREACHABLE }, { cause: error })
}

const carrier: ClientLink<ClientContext> = {
  async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>) {
    try {
      return await (await link()).call(path, input, options)
    } catch (error) {
      throw toAppError(error)
    }
  },
}

/** Every call of the contract, typed; rejects with AppError only. */
export const client: ContractRouterClient<Contract> = createORPCClient(carrier)
