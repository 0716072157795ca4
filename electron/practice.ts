import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { MessageChannelMain } from 'electron'
import type { Contract } from '#contract/all'
import type { Language } from '#contract/vault'
import type { UtilityHost } from '#electron/host/utility'

/** `npm run demo`: the shell itself asks the host for the practice vault, as the page would. */
export const openPractice = async (host: UtilityHost, language: Language): Promise<void> => {
  const { port1, port2 } = new MessageChannelMain()
  host.connect(port2)
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port1 }))
  port1.start()
  try {
    await client.vault.openPractice({ language })
  } catch (error) {
    // A student was sitting at the kiosk when the program last ended: the kiosk comes back first.
    if (!(error instanceof ORPCError && error.code === 'locked')) throw error
  } finally {
    port1.close()
  }
}
