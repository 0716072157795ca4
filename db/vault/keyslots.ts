import { AppError } from '#contract/errors'
import { openDirectRecovery, openDirectUser } from './direct-slots.ts'
import { fromHex, toHex } from './hex.ts'
import { type Stretcher, stretcherOf } from './kdf.ts'
import { isPendingSignedBy, isSignedBy, type Keyslots } from './keyslots-file.ts'
import type { OwnKeys } from './own-keys.ts'
import type { SealingKeys } from './sealed.ts'
import { altered, openSlot, type Slot, type SlotKind, unsealKey } from './slots.ts'
import { startCodeFrom } from './start-code.ts'

/** What a secret led to. The caller zeroes the key. */
export type Opened = {
  databaseKey: Buffer
  slotId: string
  /** Null for a slot of the first format, which holds the key itself. */
  sealing: SealingKeys | null
}
export type OpenedByPerson = Opened & {
  userId: string
  /** Null for a slot of the first format: it has to be replaced. */
  own: OwnKeys | null
  /** By a start code: nothing but a new password goes on from here. */
  start: boolean
}

/** Who the password or start code lets in, else null. `first`: the slot that is tried before the others. */
export async function openWithPassword(
  keyslots: Keyslots,
  password: string,
  first: string | null = null,
): Promise<OpenedByPerson | null> {
  const typed = typedFrom(password)
  try {
    return await openTyped(keyslots, typed, first)
  } finally {
    typed.end()
  }
}

/**
 * The same over both copies: one that was damaged in a way only the key can tell gives way to the other.
 * `storage`/`keyslots-altered` when a slot opened in none of them as it was made.
 */
export async function openAnyWithPassword(
  copies: readonly Keyslots[],
  password: string,
  first: string | null,
): Promise<(OpenedByPerson & { keyslots: Keyslots }) | null> {
  const typed = typedFrom(password)
  try {
    return await inAny(copies, (keyslots) => openTyped(keyslots, typed, first))
  } finally {
    typed.end()
  }
}

export const openAnyWithRecovery = (
  copies: readonly Keyslots[],
  code: Buffer,
): Promise<(Opened & { keyslots: Keyslots }) | null> =>
  inAny(copies, (keyslots) => Promise.resolve(openWithRecovery(keyslots, code)))

/** `code`: the 20 bytes of the recovery code. */
export function openWithRecovery(keyslots: Keyslots, code: Buffer): Opened | null {
  for (const slot of keyslots.slots) {
    const opened = slot.kind === 'recovery' && openWith(keyslots, slot, code)
    if (opened) return opened
  }
  for (const slot of keyslots.former) {
    const databaseKey = openDirectRecovery(slot, keyslots.vaultId, code)
    if (databaseKey) return proven(keyslots, { databaseKey, slotId: slot.slotId, sealing: null })
  }
  return null
}

export async function openWithPassphrase(keyslots: Keyslots, passphrase: string): Promise<Opened | null> {
  const stretcher = stretcherOf(passphrase)
  try {
    for (const slot of slotsOf(keyslots, 'backup')) {
      const opened = openWith(keyslots, slot, await stretchedFor(slot, stretcher))
      if (opened) return opened
    }
    return null
  } finally {
    stretcher.end()
  }
}

/**
 * The database key for whoever is in the room. The file is proven whole by it, so that nothing is ever sealed to a key that
 * somebody planted. `storage`/`keyslots-altered` when it is not, or holds nothing for these keys. The caller zeroes it.
 */
export const databaseKeyOf = (keyslots: Keyslots, own: { sealing: SealingKeys }): Buffer =>
  openWithOwn(keyslots, own).databaseKey

export function openWithOwn(keyslots: Keyslots, { sealing }: { sealing: SealingKeys }): Opened {
  const xpk = toHex(Buffer.from(sealing.publicKey, 'base64'))
  const slot = keyslots.slots.find((one) => one.xpk === xpk)
  if (!slot) throw altered()
  const databaseKey = unsealKey(slot, slot.sealed, sealing, keyslots)
  return proven(keyslots, { databaseKey, slotId: slot.slotId, sealing })
}

/** The database key that is to come, for the slot that was just opened; null when there is none for it. */
export function pendingKeyOf(keyslots: Keyslots, { slotId, sealing }: Opened): Buffer | null {
  const { pending, vaultId } = keyslots
  const slot = keyslots.slots.find((one) => one.slotId === slotId)
  const sealed = pending?.slots.find((one) => one.slotId === slotId)?.sealed
  if (!pending || !slot || !sealed || !sealing) return null
  const databaseKey = unsealKey(slot, sealed, sealing, { vaultId, epoch: pending.epoch })
  if (isPendingSignedBy(keyslots, databaseKey)) return databaseKey
  databaseKey.fill(0)
  throw altered()
}

/** A typed text may be a password or a start code; each is stretched once for each salt. */
export type Typed = { password: Stretcher; startCode: Stretcher | null; end(): void }

function typedFrom(text: string): Typed {
  const code = startCodeFrom(text)
  const password = stretcherOf(text)
  const startCode = code === null ? null : stretcherOf(code)
  return {
    password,
    startCode,
    end() {
      password.end()
      startCode?.end()
    },
  }
}

export async function openTyped(
  keyslots: Keyslots,
  typed: Pick<Typed, 'password' | 'startCode'>,
  first: string | null,
): Promise<OpenedByPerson | null> {
  const inOrder = slotsOf(keyslots, 'user').sort((a, b) => Number(b.slotId === first) - Number(a.slotId === first))
  for (const slot of inOrder) {
    const stretcher = slot.start ? typed.startCode : typed.password
    const keys = stretcher && openSlot(slot, await stretchedFor(slot, stretcher), keyslots.vaultId)
    if (!keys || !slot.userId) continue
    const { slotId, userId, start } = slot
    const databaseKey = unsealKey(slot, slot.sealed, keys.sealing, keyslots)
    return proven(keyslots, { databaseKey, slotId, userId, start, ...keys })
  }
  for (const slot of keyslots.former) {
    const databaseKey = await openDirectUser(slot, keyslots.vaultId, typed.password)
    const { slotId, userId } = slot
    if (databaseKey && userId)
      return proven(keyslots, { databaseKey, slotId, userId, own: null, sealing: null, start: false })
  }
  return null
}

async function inAny<T extends Opened>(
  copies: readonly Keyslots[],
  open: (keyslots: Keyslots) => Promise<T | null>,
): Promise<(T & { keyslots: Keyslots }) | null> {
  let trouble: AppError | null = null
  for (const keyslots of copies)
    try {
      const opened = await open(keyslots)
      if (opened) return { ...opened, keyslots }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      trouble ??= error
    }
  if (trouble) throw trouble
  return null
}

function openWith(keyslots: Keyslots, slot: Slot, secret: Buffer): Opened | null {
  const keys = openSlot(slot, secret, keyslots.vaultId)
  if (!keys) return null
  const { sealing } = keys
  const databaseKey = unsealKey(slot, slot.sealed, sealing, keyslots)
  return proven(keyslots, { databaseKey, slotId: slot.slotId, sealing })
}

/** Nothing of a file is believed before the key has proven all of it. */
function proven<T extends { databaseKey: Buffer }>(keyslots: Keyslots, opened: T): T {
  if (isSignedBy(keyslots, opened.databaseKey)) return opened
  opened.databaseKey.fill(0)
  throw altered()
}

const slotsOf = ({ slots }: Keyslots, kind: SlotKind): Slot[] => slots.filter((slot) => slot.kind === kind)

function stretchedFor(slot: Slot, stretcher: Stretcher): Promise<Buffer> {
  if (!slot.kdf) throw altered()
  return stretcher.stretch(slot.kdf, fromHex(slot.salt), 64)
}
