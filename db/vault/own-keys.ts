import { generateKeyPairSync } from 'node:crypto'
import { newSealingKeys, type SealingKeys } from './sealed.ts'

/** Ed25519, both halves in base64, 32 bytes each. */
export type SigningKeys = { publicKey: string; privateKey: string }

/** What belongs to one person and to nobody else: what is sealed to her opens with the first, her log rows are signed with the second. */
export type OwnKeys = { sealing: SealingKeys; signing: SigningKeys }

export function newOwnKeys(): OwnKeys {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  return { sealing: newSealingKeys(), signing: { publicKey: plainBase64(x), privateKey: plainBase64(d) } }
}

const plainBase64 = (text: string): string => Buffer.from(text, 'base64url').toString('base64')
