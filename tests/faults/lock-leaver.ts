/** The thread of the loopback shell on a folder, unlocked and, when asked, locked again; then it sits, to be looked at. */
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#contract/all'
import { startHost } from '#electron/host/start-host'

const [dataDir = '', until = '', password = ''] = process.argv.slice(2)
const threadFile = new URL('../../electron/host/thread.ts', import.meta.url)
const host = startHost({ dataDir, threadFile })
const link = () => {
  const { port1, port2 } = new MessageChannel()
  host.connect(port2)
  port1.start()
  return new RPCLink({ port: port1 })
}
let current = link()
host.onFresh(() => (current = link()))
const client: ContractRouterClient<Contract> = createORPCClient({ call: (...asked) => current.call(...asked) })

await client.vault.unlock({ password })
if (until === 'lock') await client.vault.lock({})
const { state } = await client.vault.status({})
process.stdout.write(`${state}\n`)
