import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { OwnKeys } from './own-keys.ts'

type Signer = (hash: string) => string
const signers = new WeakMap<OwnKeys, Signer>()

/** Signs the hash of a log row (64 hex digits): Ed25519, base64. One and the same for the same keys; it goes with them. */
export function signerOf(keys: OwnKeys): Signer {
  const known = signers.get(keys)
  if (known) return known
  const { publicKey, privateKey } = keys.signing
  const key = createPrivateKey({ format: 'jwk', key: { ...publicPart(publicKey), d: urlBase64(privateKey) } })
  const signer: Signer = (hash) => sign(null, Buffer.from(hash, 'hex'), key).toString('base64')
  signers.set(keys, signer)
  return signer
}

/** Whether a signature fits. Keys are compiled once each. */
export function signatureChecker(): (publicKey: string, hash: string, signature: string) => boolean {
  const keys = new Map<string, KeyObject | null>()
  return (publicKey, hash, signature) => {
    if (!keys.has(publicKey)) keys.set(publicKey, publicFrom(publicKey))
    const key = keys.get(publicKey)
    return !!key && verify(null, Buffer.from(hash, 'hex'), key, Buffer.from(signature, 'base64'))
  }
}

function publicFrom(publicKey: string): KeyObject | null {
  try {
    return createPublicKey({ format: 'jwk', key: publicPart(publicKey) })
  } catch {
    return null
  }
}
const publicPart = (publicKey: string) => ({ kty: 'OKP', crv: 'Ed25519', x: urlBase64(publicKey) })
const urlBase64 = (text: string): string => Buffer.from(text, 'base64').toString('base64url')
