import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'

/** Agreement of keys over X25519; what leaves here is 32 raw bytes. */
export type RawKeys = { publicKey: Buffer; privateKey: Buffer }

export const newRawKeys = (): RawKeys => rawKeysOf(generateKeyPairSync('x25519').privateKey)

function rawKeysOf(privateKey: KeyObject): RawKeys {
  const { x = '', d = '' } = privateKey.export({ format: 'jwk' })
  return { publicKey: Buffer.from(x, 'base64url'), privateKey: Buffer.from(d, 'base64url') }
}

/**
 * The key that both sides reckon out, each from its own private half. Both public keys as they stand in the letter go into
 * it: X25519 itself ignores one bit of them. `own` is the side that has its private half here.
 */
export function keyBetween(own: RawKeys, other: Buffer, letter: { from: Buffer; to: Buffer }, info: string): Buffer {
  const shared = diffieHellman({ privateKey: privateFrom(own), publicKey: publicFrom(other) })
  const key = Buffer.from(hkdfSync('sha256', shared, Buffer.concat([letter.from, letter.to]), info, 32))
  shared.fill(0)
  return key
}

const publicFrom = (raw: Buffer): KeyObject =>
  createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'X25519', x: raw.toString('base64url') } })
const privateFrom = ({ publicKey, privateKey }: RawKeys): KeyObject =>
  createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'OKP',
      crv: 'X25519',
      x: publicKey.toString('base64url'),
      d: privateKey.toString('base64url'),
    },
  })
