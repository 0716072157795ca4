import { MessageChannel } from 'node:worker_threads'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#contract/all'
import type { Host } from '#electron/host/start-host'

/** Lets the host open the practice vault before the window is there. */
export const openPractice = async (host: Host): Promise<void> => {
  const { port1, port2 } = new MessageChannel()
  host.connect(port2)
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port1 }))
  port1.start()
  try {
    await client.vault.openPractice({ language: 'zh' })
  } catch (error) {
    // A student was sitting at the kiosk when the program last ended: the kiosk comes back first.
    if (!(error instanceof ORPCError && error.code === 'locked')) throw error
  } finally {
    port1.close()
  }
}
