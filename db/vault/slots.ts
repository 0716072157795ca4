import { hkdfSync, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '#contract/errors'
import { type About, boxOf, close, open } from './gcm.ts'
import { fromHex, hex, toHex } from './hex.ts'
import { Kdf } from './kdf.ts'
import type { OwnKeys } from './own-keys.ts'
import type { SealingKeys } from './sealed.ts'
import { keyBetween, newRawKeys } from './x25519.ts'

/**
 * One way into the vault. A secret opens the bundle of private keys; the database key is sealed to the public one, so that
 * a new database key needs nobody's secret.
 *
 *     password, passphrase ─Argon2id─▶ 64 bytes ─┐
 *     recovery code, 160 bits ───────────────────┴─HKDF─▶ key (32) + commitment (16)
 *     key ─AES-256-GCM─▶ bundle: the private half of X25519, and for a user that of Ed25519
 *     X25519 ─ephemeral agreement, HKDF, AES-256-GCM─▶ database key
 */
export const Sealed = z.strictObject({ eph: hex(32), box: boxOf(32) })
export type Sealed = z.infer<typeof Sealed>
const SLOT_KINDS = ['user', 'recovery', 'backup'] as const
export type SlotKind = (typeof SLOT_KINDS)[number]
export const Slot = z
  .strictObject({
    slotId: z.uuid(),
    kind: z.enum(SLOT_KINDS),
    /** Account the slot opens; null for the others. */
    userId: z.uuid().nullable(),
    /** Opens with a start code that is good for one unlock. */
    start: z.boolean(),
    /** Null for the recovery code: so much entropy needs no slow hash. */
    kdf: Kdf.nullable(),
    salt: hex(16),
    commit: hex(16),
    /** Public halves: X25519, and Ed25519 of a user. */
    xpk: hex(32),
    spk: hex(32).nullable(),
    createdAt: z.iso.datetime(),
    bundle: boxOf(32).or(boxOf(64)),
    sealed: Sealed,
  })
  .refine(
    ({ kind, userId, start, kdf, spk, bundle }) =>
      (kind === 'user') === (userId !== null && spk !== null && bundle.ct.length === 128) &&
      (kind === 'user' || (userId === null && spk === null && !start)) &&
      (kind === 'recovery') === (kdf === null),
  )
export type Slot = z.infer<typeof Slot>

/** Which vault, and under which of its keys. */
export type Belonging = { vaultId: string; epoch: number }
/** Who a slot is for. Its keys, when they are to stay the same. */
export type Person = { userId: string; start: boolean; own: OwnKeys }
export type SlotKeys = { sealing: SealingKeys; own: OwnKeys | null }
/** What has gone through the hash already, with the salt it went through with. */
export type Secret = { bytes: Buffer; salt: Buffer; kdf: Kdf | null }

export const newSalt = (): Buffer => randomBytes(16)

/** `keys.own` is that of a person; recovery and backup have sealing keys alone. */
export function makeSlot(
  kind: SlotKind,
  who: { userId: string; start: boolean } | null,
  secret: Secret,
  keys: SlotKeys,
  databaseKey: Buffer,
  belonging: Belonging,
  createdAt: string,
): Slot {
  const { key, commit } = wrappingOf(kind, secret)
  const { own, sealing } = keys
  const frame = {
    slotId: randomUUID(),
    kind,
    userId: who?.userId ?? null,
    start: who?.start ?? false,
    kdf: secret.kdf,
    salt: toHex(secret.salt),
    commit: toHex(commit),
    xpk: toHex(Buffer.from(sealing.publicKey, 'base64')),
    spk: own && toHex(Buffer.from(own.signing.publicKey, 'base64')),
    createdAt,
  }
  const bundle = Buffer.concat([sealing, ...(own ? [own.signing] : [])].map((pair) => rawPrivate(pair)))
  try {
    const about = aboutOf(frame, belonging.vaultId)
    return { ...frame, bundle: close(bundle, key, about), sealed: sealKey(frame, databaseKey, belonging) }
  } finally {
    key.fill(0)
    bundle.fill(0)
  }
}

/**
 * The keys behind a slot; null when the secret is another. `storage`/`keyslots-altered` when it is the right one and the slot
 * is not as it was made.
 */
export function openSlot(slot: Slot, bytes: Buffer, vaultId: string): SlotKeys | null {
  const { key, commit } = wrappingOf(slot.kind, { bytes, salt: fromHex(slot.salt), kdf: slot.kdf })
  try {
    if (!timingSafeEqual(commit, fromHex(slot.commit))) return null
    const bundle = open(slot.bundle, key, aboutOf(slot, vaultId))
    if (!bundle) throw altered()
    const sealing = { publicKey: base64(fromHex(slot.xpk)), privateKey: base64(bundle.subarray(0, 32)) }
    const own =
      slot.spk === null
        ? null
        : { sealing, signing: { publicKey: base64(fromHex(slot.spk)), privateKey: base64(bundle.subarray(32)) } }
    bundle.fill(0)
    return { sealing, own }
  } finally {
    key.fill(0)
  }
}

/** Seals a database key to the public half of a slot: nobody's secret is needed. */
export function sealKey(slot: SlotFrame, databaseKey: Buffer, belonging: Belonging): Sealed {
  const ephemeral = newRawKeys()
  const to = fromHex(slot.xpk)
  const parties = { from: ephemeral.publicKey, to }
  const key = keyBetween(ephemeral, to, parties, purposeOf(belonging))
  try {
    const eph = toHex(ephemeral.publicKey)
    return { eph, box: close(databaseKey, key, [...aboutOf(slot, belonging.vaultId), belonging.epoch, eph]) }
  } finally {
    key.fill(0)
    ephemeral.privateKey.fill(0)
  }
}

/** The database key; `storage`/`keyslots-altered` when it does not come out. The caller zeroes it. */
export function unsealKey(slot: SlotFrame, sealed: Sealed, sealing: SealingKeys, belonging: Belonging): Buffer {
  const own = { publicKey: fromHex(slot.xpk), privateKey: rawPrivate(sealing) }
  const eph = fromHex(sealed.eph)
  const key = agreed(() => keyBetween(own, eph, { from: eph, to: own.publicKey }, purposeOf(belonging)))
  try {
    const databaseKey = open(sealed.box, key, [...aboutOf(slot, belonging.vaultId), belonging.epoch, sealed.eph])
    if (!databaseKey) throw altered()
    return databaseKey
  } finally {
    key.fill(0)
    own.privateKey.fill(0)
  }
}

export const altered = (): AppError => new AppError('storage', { reason: 'keyslots-altered' })

type SlotFrame = Omit<Slot, 'bundle' | 'sealed'>

/** All public fields: a changed cost, a swapped slot or one from another vault does not open. */
const aboutOf = (slot: SlotFrame, vaultId: string): About => [
  2,
  vaultId,
  slot.slotId,
  slot.kind,
  slot.userId,
  slot.start,
  slot.kdf && [slot.kdf.m, slot.kdf.t, slot.kdf.p],
  slot.salt,
  slot.commit,
  slot.xpk,
  slot.spk,
  slot.createdAt,
]

/** The commitment says which key it was: AES-GCM alone would open for more than one. */
function wrappingOf(kind: SlotKind, { bytes, salt }: Secret): { key: Buffer; commit: Buffer } {
  const both = Buffer.from(hkdfSync('sha256', bytes, salt, `quietroom keyslot ${kind}`, 48))
  return { key: both.subarray(0, 32), commit: both.subarray(32) }
}
const purposeOf = ({ vaultId, epoch }: Belonging): string => `quietroom database key ${vaultId} ${epoch}`
const base64 = (bytes: Buffer): string => bytes.toString('base64')
const rawPrivate = ({ privateKey }: { privateKey: string }): Buffer => Buffer.from(privateKey, 'base64')

/** Some public keys agree on nothing (small order): they were planted. */
function agreed(agree: () => Buffer): Buffer {
  try {
    return agree()
  } catch {
    throw altered()
  }
}
