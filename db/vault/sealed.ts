import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyBetween, newRawKeys, type RawKeys } from './x25519.ts'

/**
 * A letter that only the vault can read: whoever has the public half can close one, nobody can open it again without the
 * private half, which never leaves the vault. Ephemeral X25519, HKDF-SHA256, AES-256-GCM.
 *
 *     format (4) │ ephemeral public key (32) │ nonce (12) │ tag (16) │ text, filled up to whole kilobytes
 */
const FORMAT = Buffer.from('QRS1')
const KEY_BYTES = 32
const NONCE_AT = FORMAT.length + KEY_BYTES
const TAG_AT = NONCE_AT + 12
const TEXT_AT = TAG_AT + 16
/** Lengths tell how much was answered; whole kilobytes tell hardly anything. */
const STEP = 1024

/** Both halves in base64, 32 bytes each. */
export type SealingKeys = { publicKey: string; privateKey: string }
/** What a letter is bound to: it opens nowhere else. */
export type Binding = { vaultId: string; assessmentId: string }

export function newSealingKeys(): SealingKeys {
  const { publicKey, privateKey } = newRawKeys()
  return { publicKey: publicKey.toString('base64'), privateKey: privateKey.toString('base64') }
}

export function seal(text: string, publicKey: string, binding: Binding): Buffer {
  const ephemeral = newRawKeys()
  const vaultPublic = Buffer.from(publicKey, 'base64')
  const parties = { from: ephemeral.publicKey, to: vaultPublic }
  const key = keyBetween(ephemeral, vaultPublic, parties, purposeOf(binding))
  const nonce = randomBytes(12)
  const plain = filledUp(text)
  try {
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    cipher.setAAD(authenticated(binding))
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([FORMAT, ephemeral.publicKey, nonce, cipher.getAuthTag(), sealed])
  } finally {
    key.fill(0)
    plain.fill(0)
  }
}

/** The text as it was closed, or null: another vault, another sheet, or not one byte as it was. */
export function unseal(letter: Buffer, keys: SealingKeys, binding: Binding): string | null {
  if (letter.length < TEXT_AT || !letter.subarray(0, FORMAT.length).equals(FORMAT)) return null
  try {
    const ephemeralPublic = letter.subarray(FORMAT.length, NONCE_AT)
    const vault = rawOf(keys)
    const parties = { from: ephemeralPublic, to: vault.publicKey }
    const key = keyBetween(vault, ephemeralPublic, parties, purposeOf(binding))
    const decipher = createDecipheriv('aes-256-gcm', key, letter.subarray(NONCE_AT, TAG_AT))
    key.fill(0)
    decipher.setAAD(authenticated(binding))
    decipher.setAuthTag(letter.subarray(TAG_AT, TEXT_AT))
    const plain = Buffer.concat([decipher.update(letter.subarray(TEXT_AT)), decipher.final()])
    const text = plain.toString('utf8').trimEnd()
    plain.fill(0)
    return text
  } catch {
    return null
  }
}

const purposeOf = ({ vaultId, assessmentId }: Binding): string => `quietroom kiosk ${vaultId} ${assessmentId}`

const authenticated = ({ vaultId, assessmentId }: Binding): Buffer =>
  Buffer.from(JSON.stringify([FORMAT.toString(), vaultId, assessmentId]))

function filledUp(text: string): Buffer {
  const length = Buffer.byteLength(text)
  return Buffer.concat([Buffer.from(text), Buffer.alloc(Math.ceil((length + 1) / STEP) * STEP - length, ' ')])
}

const rawOf = ({ publicKey, privateKey }: SealingKeys): RawKeys => ({
  publicKey: Buffer.from(publicKey, 'base64'),
  privateKey: Buffer.from(privateKey, 'base64'),
})
