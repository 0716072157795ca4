import { hkdfSync } from 'node:crypto'
import { z } from 'zod'
import { open } from './gcm.ts'
import { fromHex, hex } from './hex.ts'
import { Kdf, type Stretcher } from './kdf.ts'

/** A slot of the first format: the database key wrapped directly under the password or the recovery code. Only ever read. */
export const DirectSlot = z.strictObject({
  slotId: z.uuid(),
  kind: z.enum(['user', 'recovery']),
  /** Account the slot opens; null for recovery. */
  userId: z.uuid().nullable(),
  kdf: Kdf.nullable(),
  salt: hex(16),
  nonce: hex(12),
  wrapped: hex(32),
  tag: hex(16),
  createdAt: z.iso.datetime(),
})
export type DirectSlot = z.infer<typeof DirectSlot>

/** The database key, or null. The caller zeroes it. */
export async function openDirectUser(slot: DirectSlot, vaultId: string, password: Stretcher): Promise<Buffer | null> {
  if (slot.kind !== 'user' || !slot.kdf || !slot.userId) return null
  return unwrap(slot, vaultId, await password.stretch(slot.kdf, fromHex(slot.salt), 32))
}

export function openDirectRecovery(slot: DirectSlot, vaultId: string, code: Buffer): Buffer | null {
  if (slot.kind !== 'recovery') return null
  const secret = Buffer.from(hkdfSync('sha256', code, fromHex(slot.salt), 'quietroom recovery', 32))
  const databaseKey = unwrap(slot, vaultId, secret)
  secret.fill(0)
  return databaseKey
}

function unwrap(slot: DirectSlot, vaultId: string, secret: Buffer): Buffer | null {
  const { slotId, kind, userId, kdf, salt, nonce, wrapped, tag } = slot
  const cost = kdf && [kdf.m, kdf.t, kdf.p]
  return open({ nonce, ct: wrapped, tag }, secret, [vaultId, slotId, kind, userId, cost, salt])
}
