import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { fromHex, hex, toHex } from './hex.ts'

/** AES-256-GCM over so many bytes; everything in hex. */
export const boxOf = (bytes: number) => z.strictObject({ nonce: hex(12), ct: hex(bytes), tag: hex(16) })
export type Box = { nonce: string; ct: string; tag: string }

/** What is authenticated beside the content: a list whose JSON has one writing only. */
export type About = readonly unknown[]
const authenticated = (about: About): Buffer => Buffer.from(JSON.stringify(about))

export function close(plain: Buffer, key: Buffer, about: About): Box {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(authenticated(about))
  const ct = Buffer.concat([cipher.update(plain), cipher.final()])
  return { nonce: toHex(nonce), ct: toHex(ct), tag: toHex(cipher.getAuthTag()) }
}

/** Null when the key, what is authenticated or one bit of the box is another. The caller zeroes what comes out. */
export function open({ nonce, ct, tag }: Box, key: Buffer, about: About): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', key, fromHex(nonce))
  decipher.setAAD(authenticated(about))
  decipher.setAuthTag(fromHex(tag))
  // All bytes come at once; joining them with the empty rest would leave a copy behind.
  const plain = decipher.update(fromHex(ct))
  try {
    decipher.final()
    return plain
  } catch {
    plain.fill(0)
    return null
  }
}
