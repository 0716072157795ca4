import { z } from 'zod'
import { VaultStatus } from '#contract/vault'

/** What the host says to the shell that started it. */
export const HostMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('status'), status: VaultStatus }),
  z.object({ type: z.literal('closed') }),
])

/** What the shell says to its host. A port comes with `connect`: inside the message in plain Node, beside it in Electron. */
export const ShellMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('connect'), port: z.unknown().optional() }),
  z.object({ type: z.literal('lock'), reason: z.string().max(40) }),
  z.object({ type: z.literal('close') }),
])
export type ShellMessage = z.infer<typeof ShellMessage>
