import { randomBytes } from 'node:crypto'
import { AppError } from '#contract/errors'
import type { Account } from '#contract/settings'
import { equip, type NewSchool } from '#core/new-vault'
import { connect } from '#db/connection'
import { renameDurably } from '#db/vault/files'
import {
  calibrateKdf,
  KDF_FLOOR,
  type Keyslots,
  readKeyslots,
  recoverySlot,
  type Slot,
  userSlot,
  writeKeyslots,
} from '#db/vault/keyslots'
import { createVault } from '#db/vault/open'
import type { Clock } from './clock.ts'
import { growingFile, type Place, prepare } from './places.ts'

/** How long one unlock should take on this machine (DESIGN.md §6: 0.5–1 s). */
export const KDF_TARGET_MS = 800

export type NewVault = {
  school: NewSchool
  account: Account
  password: string
  /** 20 bytes; null for the practice vault, which has no recovery sheet. */
  recovery: Uint8Array | null
  clock: Clock
  newId(): string
  kdfTargetMs: number
}

/** Makes a whole vault: it grows beside its final name, then keyslots are written, then it gets its name. */
export async function foundVault(place: Place, vault: NewVault): Promise<void> {
  prepare(place)
  const databaseKey = randomBytes(32)
  try {
    const slots = await newSlots(vault, databaseKey)
    grow(place, vault, databaseKey)
    writeBoth(place.folder, slots, 0, databaseKey)
    renameDurably(growingFile(place), place.vaultFile)
  } finally {
    databaseKey.fill(0)
  }
}

/** Gives the account a new password: both copies are re-wrapped, then read back from disk. */
export async function rewrap(
  place: Place,
  keyslots: Keyslots,
  userId: string,
  password: string,
  databaseKey: Buffer,
  now: string,
): Promise<void> {
  const kdf = keyslots.slots.find((slot) => slot.userId === userId)?.kdf ?? KDF_FLOOR
  const fresh = await userSlot(keyslots.vaultId, userId, password, kdf, databaseKey, now)
  const slots = [...keyslots.slots.filter((slot) => slot.userId !== userId), fresh]
  writeBoth(place.folder, { vaultId: keyslots.vaultId, epoch: keyslots.epoch, slots }, keyslots.counter, databaseKey)
}

async function newSlots(
  vault: NewVault,
  databaseKey: Buffer,
): Promise<{ vaultId: string; epoch: number; slots: Slot[] }> {
  const vaultId = vault.newId()
  const now = vault.clock.now()
  const kdf = vault.kdfTargetMs > 0 ? await calibrateKdf(vault.kdfTargetMs) : KDF_FLOOR
  const slots = [await userSlot(vaultId, vault.account.id, vault.password, kdf, databaseKey, now)]
  if (vault.recovery) slots.push(recoverySlot(vaultId, Buffer.from(vault.recovery), databaseKey, now))
  return { vaultId, epoch: 1, slots }
}

function grow(place: Place, { school, account, clock, newId }: NewVault, databaseKey: Buffer): void {
  const vault = createVault(growingFile(place), databaseKey)
  try {
    connect(vault).transaction((db) => equip(db, { school, account, signing: null, now: clock.now(), newId }))
  } finally {
    vault.close()
  }
}

function writeBoth(
  folder: string,
  slots: Pick<Keyslots, 'vaultId' | 'epoch' | 'slots'>,
  counter: number,
  databaseKey: Buffer,
): void {
  writeKeyslots(folder, slots, counter + 1, databaseKey)
  writeKeyslots(folder, slots, counter + 2, databaseKey)
  if (readKeyslots(folder)?.counter !== counter + 2) throw new AppError('storage', { reason: 'keyslots-damaged' })
}
