import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  randomUUID,
  timingSafeEqual,
} from 'node:crypto'
import { join } from 'node:path'
import { hashRaw } from '@node-rs/argon2'
import { z } from 'zod'
import { AppError } from '#contract/errors'
import { readIfThere, writeDurably } from './files.ts'
import { keyCheckValue, keyslotsMacKey } from './keys.ts'

/**
 * The file beside the vault that holds the database key wrapped by each secret: one Argon2id slot per user, one slot for
 * the printed recovery code (security.md §3.2). Two copies are written in turn; the newer readable one counts.
 * Bounds on the cost are checked before any work, so that a hostile file cannot exhaust the machine.
 */
const Kdf = z.object({
  alg: z.literal('argon2id'),
  v: z.literal(19),
  /** KiB. */
  m: z.int().min(65_536).max(2_097_152),
  t: z.int().min(3).max(10),
  p: z.int().min(1).max(8),
})
export type Kdf = z.infer<typeof Kdf>
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const Slot = z.object({
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
export type Slot = z.infer<typeof Slot>
const Keyslots = z.object({
  fmt: z.literal(1),
  vaultId: z.uuid(),
  epoch: z.int().min(1),
  counter: z.int().min(1),
  kcv: hex(8),
  slots: z.array(Slot).min(1).max(64),
  mac: hex(32),
})
export type Keyslots = z.infer<typeof Keyslots>

const COPIES = ['keyslots-a.json', 'keyslots-b.json'] as const
const MAX_BYTES = 16_384

/** Cheapest cost that is ever accepted: 64 MiB, 3 passes, 4 lanes (RFC 9106, second choice). */
export const KDF_FLOOR: Kdf = { alg: 'argon2id', v: 19, m: 65_536, t: 3, p: 4 }

/** Measures this machine and chooses the memory so that one unlock takes about `targetMs`, never below the floor. */
export async function calibrateKdf(targetMs: number): Promise<Kdf> {
  const begun = performance.now()
  const probe = await stretch(Buffer.from('calibration'), randomBytes(16), KDF_FLOOR)
  probe.fill(0)
  const factor = targetMs / Math.max(1, performance.now() - begun)
  const steps = Math.max(1, Math.min(16, Math.floor(factor)))
  return { ...KDF_FLOOR, m: KDF_FLOOR.m * steps }
}

/** Reads the newer good copy; null when there is none at all, `storage`/`keyslots-damaged` when copies are there but unreadable. */
export function readKeyslots(folder: string): Keyslots | null {
  const texts = COPIES.map((name) => readIfThere(join(folder, name), MAX_BYTES)).filter((text) => text !== null)
  if (texts.length === 0) return null
  const good = texts
    .map(parse)
    .filter((slots) => slots !== null)
    .sort((a, b) => b.counter - a.counter)
  if (!good[0]) throw new AppError('storage', { reason: 'keyslots-damaged' })
  return good[0]
}

function parse(text: string): Keyslots | null {
  try {
    return Keyslots.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Writes the next version over the older copy, durably. `counter` rises by one each time. */
export function writeKeyslots(
  folder: string,
  next: Omit<Keyslots, 'counter' | 'mac' | 'kcv' | 'fmt'>,
  counter: number,
  databaseKey: Buffer,
): Keyslots {
  const plain = { fmt: 1 as const, ...next, counter, kcv: keyCheckValue(databaseKey) }
  const signed: Keyslots = { ...plain, mac: macOf(plain, databaseKey) }
  writeDurably(join(folder, COPIES[counter % 2] ?? COPIES[0]), `${JSON.stringify(signed, null, 1)}\n`)
  return signed
}

/** A new slot that opens with a password. */
export async function userSlot(
  vaultId: string,
  userId: string,
  password: string,
  kdf: Kdf,
  databaseKey: Buffer,
  createdAt: string,
): Promise<Slot> {
  const salt = randomBytes(16)
  const secret = await stretch(normalised(password), salt, kdf)
  return wrap(
    { slotId: randomUUID(), kind: 'user', userId, kdf, salt: salt.toString('hex'), createdAt },
    vaultId,
    secret,
    databaseKey,
  )
}

/** A new slot that opens with the 160-bit recovery code; so much entropy needs no slow hash. */
export function recoverySlot(vaultId: string, code: Buffer, databaseKey: Buffer, createdAt: string): Slot {
  const salt = randomBytes(16)
  return wrap(
    { slotId: randomUUID(), kind: 'recovery', userId: null, kdf: null, salt: salt.toString('hex'), createdAt },
    vaultId,
    recoverySecret(code, salt),
    databaseKey,
  )
}

/** The database key when the password opens a user slot, else null. The caller zeroes the key. */
export async function openWithPassword(
  keyslots: Keyslots,
  password: string,
): Promise<{ databaseKey: Buffer; userId: string } | null> {
  for (const slot of keyslots.slots) {
    if (slot.kind !== 'user' || !slot.kdf || !slot.userId) continue
    const secret = await stretch(normalised(password), Buffer.from(slot.salt, 'hex'), slot.kdf)
    const databaseKey = unwrap(slot, keyslots, secret)
    if (databaseKey) return { databaseKey, userId: slot.userId }
  }
  return null
}

export function openWithRecovery(keyslots: Keyslots, code: Buffer): Buffer | null {
  for (const slot of keyslots.slots) {
    if (slot.kind !== 'recovery') continue
    const databaseKey = unwrap(slot, keyslots, recoverySecret(code, Buffer.from(slot.salt, 'hex')))
    if (databaseKey) return databaseKey
  }
  return null
}

type Unwrapped = Omit<Slot, 'nonce' | 'wrapped' | 'tag'>
/** All public fields are authenticated: a changed cost, a swapped slot or one from another vault does not open. */
const authenticated = (slot: Unwrapped, vaultId: string): Buffer =>
  Buffer.from(
    JSON.stringify([
      vaultId,
      slot.slotId,
      slot.kind,
      slot.userId,
      slot.kdf && [slot.kdf.m, slot.kdf.t, slot.kdf.p],
      slot.salt,
    ]),
  )

function wrap(slot: Unwrapped, vaultId: string, secret: Buffer, databaseKey: Buffer): Slot {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secret, nonce)
  cipher.setAAD(authenticated(slot, vaultId))
  const wrapped = Buffer.concat([cipher.update(databaseKey), cipher.final()])
  secret.fill(0)
  return {
    ...slot,
    nonce: nonce.toString('hex'),
    wrapped: wrapped.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
  }
}

function unwrap(slot: Slot, keyslots: Keyslots, secret: Buffer): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(slot.nonce, 'hex'))
    decipher.setAAD(authenticated(slot, keyslots.vaultId))
    decipher.setAuthTag(Buffer.from(slot.tag, 'hex'))
    // All 32 bytes come at once; joining them with the empty rest would leave a copy behind.
    const databaseKey = decipher.update(Buffer.from(slot.wrapped, 'hex'))
    decipher.final()
    if (!macFits(keyslots, databaseKey)) throw new AppError('storage', { reason: 'keyslots-altered' })
    return databaseKey
  } catch (error) {
    if (error instanceof AppError) throw error
    return null
  } finally {
    secret.fill(0)
  }
}

function macOf(plain: Omit<Keyslots, 'mac'>, databaseKey: Buffer): string {
  const key = keyslotsMacKey(databaseKey)
  const { fmt, vaultId, epoch, counter, kcv, slots } = plain
  const text = JSON.stringify([fmt, vaultId, epoch, counter, kcv, slots.map((slot) => Slot.parse(slot))])
  return createHmac('sha256', key).update(text).digest('hex')
}
const macFits = (keyslots: Keyslots, databaseKey: Buffer): boolean =>
  timingSafeEqual(Buffer.from(macOf(keyslots, databaseKey), 'hex'), Buffer.from(keyslots.mac, 'hex'))

/** NFKC, so that the same keys give the same bytes whatever the input method made of them. */
const normalised = (password: string): Buffer => Buffer.from(password.normalize('NFKC'), 'utf8')

async function stretch(secret: Buffer, salt: Buffer, kdf: Kdf): Promise<Buffer> {
  try {
    return await hashRaw(secret, {
      algorithm: 2,
      version: 1,
      memoryCost: kdf.m,
      timeCost: kdf.t,
      parallelism: kdf.p,
      outputLen: 32,
      salt,
    })
  } finally {
    secret.fill(0)
  }
}
const recoverySecret = (code: Buffer, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', code, salt, 'quietroom recovery', 32))
