import { AppError } from '#contract/errors'
import { sawKeyslots } from '#core/keys'
import {
  type Basis,
  changeKeyslots,
  type NewSlot,
  slotForBackup,
  slotForPerson,
  slotForRecovery,
} from '#db/vault/change-keyslots'
import { calibrateKdf, type Kdf, KDF_FLOOR } from '#db/vault/kdf'
import type { Keyslots, KeyslotsContent } from '#db/vault/keyslots-file'
import type { OwnKeys } from '#db/vault/own-keys'
import { refuseRotation } from '#db/vault/rotate'
import { newStartCode } from '#db/vault/start-code'
import type { Log } from './log.ts'
import type { Place } from './places.ts'
import type { OpenRoom } from './room.ts'
import { slotsOf, tryRotation } from './rotating.ts'
import { openSlots, tryPassword } from './unlocking.ts'
import type { ContextParts } from './write-context.ts'

/** An open room, where it lies, and what the host works with. Who may ask, and the log, are the business of the caller. */
export type Keeping = { place: Place; room: OpenRoom; parts: ContextParts & { kdfTargetMs: number; log: Log } }

/** `forbidden`, at the pace of the door, unless this is the password (or start code) of whoever is in the room. */
export async function provePassword({ place, room, parts }: Keeping, password: string): Promise<void> {
  const { databaseKey, userId, successor } = await tryPassword(place, password, parts.clock)
  databaseKey.fill(0)
  successor?.end()
  if (userId !== room.me.id) throw new AppError('forbidden', { reason: 'wrong-secret' })
}

/** The same keys under a new password; the old one, or the start code, opens nothing any more. */
export async function changeOwnPassword(
  keeping: Keeping,
  { password, newPassword }: { password: string; newPassword: string },
): Promise<void> {
  await provePassword(keeping, password)
  const { room } = keeping
  const { me, keys } = room
  if (!keys) throw new AppError('conflict', { reason: 'no-own-keys' })
  await replacePerson(keeping, { userId: me.id, start: false, own: keys }, newPassword)
  room.startCode = false
}

/**
 * A way in for an account that has none yet or whose password is forgotten: new keys of her own behind a code for one unlock.
 * Whatever opened for her before opens nothing any more; what was sealed to her former keys stays sealed.
 */
export async function giveStartCode(keeping: Keeping, userId: string): Promise<{ startCode: string }> {
  const startCode = newStartCode()
  await replacePerson(keeping, { userId, start: true }, startCode)
  return { startCode }
}

/**
 * What stands in the way of `removePerson`, before anything is written. `conflict`/`former-slots`: a recovery sheet of the first
 * program is still in force; a new one has to be made before. `storage`/`no-space-for-copy`.
 */
export function refuseRemoval({ place, room }: Keeping, userId: string): void {
  if (userId === room.me.id) throw new AppError('conflict', { reason: 'yourself' })
  const { former } = openSlots(place)
  refuseRotation(place, { former: former.filter((slot) => slot.userId !== userId) })
}

/**
 * Takes an account's way in away and changes the database key, so that no copy of the old keyslots opens anything. When that
 * fails, `keyChanged` is false: her way in is gone all the same, and the key is changed at the next unlock.
 */
export async function removePerson(keeping: Keeping, userId: string): Promise<{ keyChanged: boolean }> {
  const { room, place, parts } = keeping
  refuseRemoval(keeping, userId)
  await change(keeping, ({ slots, former }) => ({
    slots: slots.filter((slot) => slot.userId !== userId),
    former: former.filter((slot) => slot.userId !== userId),
    due: true,
  }))
  return { keyChanged: tryRotation(place, room, parts) }
}

/** `code`: the 20 bytes of the new recovery sheet; the former sheet opens nothing any more. */
export async function replaceRecovery(keeping: Keeping, code: Uint8Array): Promise<void> {
  const bytes = Buffer.from(code)
  const make = (basis: Basis) => Promise.resolve(slotForRecovery(basis, bytes))
  await replaceSlots(keeping, ({ kind }) => kind === 'recovery', make).finally(() => bytes.fill(0))
}

/** What opens backups, beside the recovery sheet; the former passphrase opens the sets of its time and none from here on. */
export async function setBackupPassphrase(keeping: Keeping, passphrase: string, kdf: Kdf): Promise<void> {
  await replaceSlots(
    keeping,
    ({ kind }) => kind === 'backup',
    (basis) => slotForBackup(basis, passphrase, kdf),
  )
}

async function replacePerson(
  keeping: Keeping,
  person: { userId: string; start: boolean; own?: OwnKeys },
  password: string,
): Promise<void> {
  // A start code is random enough for the cheapest cost.
  const kdf = person.start ? KDF_FLOOR : await calibrateKdf(keeping.parts.kdfTargetMs)
  await replaceSlots(
    keeping,
    ({ userId }) => userId === person.userId,
    (basis) => slotForPerson(basis, person, password, kdf),
  )
}

/** Puts one new slot in the place of those that are meant; of both formats. */
function replaceSlots(
  keeping: Keeping,
  isMeant: (slot: { kind: string; userId: string | null }) => boolean,
  make: (basis: Basis) => Promise<NewSlot>,
): Promise<void> {
  return change(
    keeping,
    ({ slots, former }, fresh) => ({
      slots: [...slots.filter((slot) => !isMeant(slot)), ...fresh.map(({ slot }) => slot)],
      former: former.filter((slot) => !isMeant(slot)),
    }),
    make,
  )
}

/** The file is read and proven, changed, written and counted in the vault. */
async function change(
  { place, room, parts }: Keeping,
  next: (keyslots: Keyslots, fresh: NewSlot[]) => Partial<Pick<KeyslotsContent, 'slots' | 'former' | 'due'>>,
  make?: (basis: Basis) => Promise<NewSlot>,
): Promise<void> {
  const { keyslots, databaseKey } = slotsOf(place, room)
  const fresh: NewSlot[] = []
  try {
    if (make) fresh.push(await make({ belonging: keyslots, databaseKey, at: parts.clock.now() }))
    // While a password was stretched the room may have been locked, or somebody else may have changed the file.
    if (!room.connection.vault.db.open) throw new AppError('locked')
    if (openSlots(place).mac !== keyslots.mac) throw new AppError('conflict', { reason: 'busy' })
    const changed = changeKeyslots({ folder: place.folder, keyslots, databaseKey }, next(keyslots, fresh), fresh)
    room.connection.transaction((db) => sawKeyslots(db, changed))
  } finally {
    databaseKey.fill(0)
    for (const { end } of fresh) end()
  }
}
