import { AppError } from '#contract/errors'
import { type Kdf, stretcherOf } from './kdf.ts'
import { type Keyslots, type KeyslotsContent, sign, writeKeyslots } from './keyslots-file.ts'
import { newOwnKeys, type OwnKeys } from './own-keys.ts'
import { newSealingKeys } from './sealed.ts'
import {
  altered,
  type Belonging,
  makeSlot,
  newSalt,
  openSlot,
  type Secret,
  type Slot,
  type SlotKind,
  unsealKey,
} from './slots.ts'

/** A slot that is ready to be written, and how to prove that it opens. */
export type NewSlot = { slot: Slot; prove(readBack: Keyslots): void; end(): void }
export type Basis = { belonging: Belonging; databaseKey: Buffer; at: string }

/** The next version of keyslots that were proven; a slot that is new in it is opened from the disk before the former file goes. */
export function changeKeyslots(
  { folder, keyslots, databaseKey }: { folder: string; keyslots: Keyslots; databaseKey: Buffer },
  change: Partial<Pick<KeyslotsContent, 'slots' | 'former' | 'due' | 'counter'>>,
  fresh: readonly NewSlot[] = [],
): Keyslots {
  if (keyslots.pending) throw new AppError('conflict', { reason: 'key-change-pending' })
  const content = { ...keyslots, counter: keyslots.counter + 1, ...change }
  return writeKeyslots(folder, sign(content, databaseKey), (readBack) => {
    for (const { prove } of fresh) prove(readBack)
  })
}

/** A way in for a person. A start code is a password for one unlock. The caller ends it. */
export async function slotForPerson(
  basis: Basis,
  person: { userId: string; start: boolean; own?: OwnKeys },
  password: string,
  kdf: Kdf,
): Promise<NewSlot & { own: OwnKeys }> {
  const { own = newOwnKeys(), userId, start } = person
  const stretcher = stretcherOf(password)
  const salt = newSalt()
  const secret = { bytes: await stretcher.stretch(kdf, salt, 64), salt, kdf }
  return { ...newSlot('user', { userId, start }, secret, own, basis, stretcher.end), own }
}

/** `code`: the 20 bytes of the recovery code. */
export function slotForRecovery(basis: Basis, code: Buffer): NewSlot {
  const bytes = Buffer.from(code)
  return newSlot('recovery', null, { bytes, salt: newSalt(), kdf: null }, null, basis, () => void bytes.fill(0))
}

export async function slotForBackup(basis: Basis, passphrase: string, kdf: Kdf): Promise<NewSlot> {
  const stretcher = stretcherOf(passphrase)
  const salt = newSalt()
  const secret = { bytes: await stretcher.stretch(kdf, salt, 64), salt, kdf }
  return newSlot('backup', null, secret, null, basis, stretcher.end)
}

function newSlot(
  kind: SlotKind,
  who: { userId: string; start: boolean } | null,
  secret: Secret,
  own: OwnKeys | null,
  { belonging, databaseKey, at }: Basis,
  end: () => void,
): NewSlot {
  const keys = { own, sealing: own?.sealing ?? newSealingKeys() }
  const slot = makeSlot(kind, who, secret, keys, databaseKey, belonging, at)
  return { slot, end, prove: (readBack) => proveSlot(readBack, slot.slotId, secret.bytes, databaseKey) }
}

function proveSlot(readBack: Keyslots, slotId: string, secret: Buffer, databaseKey: Buffer): void {
  const slot = readBack.slots.find((one) => one.slotId === slotId)
  const keys = slot && openSlot(slot, secret, readBack.vaultId)
  const found = keys && unsealKey(slot, slot.sealed, keys.sealing, readBack)
  const fits = found?.equals(databaseKey) ?? false
  found?.fill(0)
  if (!fits) throw altered()
}
