import { AppError } from '#contract/errors'
import { keyslotsAreOld, sawKeyslots } from '#core/keys'
import { databaseKeyOf, openWithOwn } from '#db/vault/keyslots'
import { rotateDatabaseKey, settleRotation } from '#db/vault/rotate'
import { readKeyslots } from '#db/vault/keyslots-file'
import { openConnection } from './entering.ts'
import type { Log } from './log.ts'
import type { Place } from './places.ts'
import type { OpenRoom } from './room.ts'
import { openSlots } from './unlocking.ts'
import { type ContextParts, writeContextOf } from './write-context.ts'

/** The keyslots and the database key for whoever is in the room. The caller zeroes the key. */
export function slotsOf(place: Place, room: OpenRoom) {
  const { keys } = room
  if (!keys) throw new AppError('conflict', { reason: 'no-own-keys' })
  // The vault is open; whether its file still stands under its name is looked at by whoever needs the file.
  const keyslots = readKeyslots(place.folder)
  if (!keyslots) throw new AppError('storage', { reason: 'keyslots-missing' })
  if (keyslotsAreOld(room.connection.readable, keyslots)) throw new AppError('storage', { reason: 'keyslots-old' })
  return { keyslots, databaseKey: databaseKeyOf(keyslots, keys) }
}

/**
 * Changes the database key under an open room: nothing else happens meanwhile, and the same person is in the same room
 * afterwards. When it fails, the room is open with the key that holds; when it cannot be opened at all, this throws and the
 * connection is closed.
 */
export function rotateRoom(place: Place, room: OpenRoom, parts: ContextParts): void {
  const { databaseKey, keyslots } = slotsOf(place, room)
  room.connection.vault.close()
  try {
    rotateDatabaseKey(place, keyslots, databaseKey)
  } finally {
    databaseKey.fill(0)
    comeBack(place, room, parts)
  }
  room.connection.transaction((db) => writeContextOf(parts, room, db).audit('vault.key-changed'))
}

/**
 * After an unlock: what was decided before and could not be done, on a full disk or because the program was cut off. A room that
 * is open for reading only waits; a failure is tried again at the next unlock.
 */
export function rotateWhenDue(place: Place, room: OpenRoom, parts: ContextParts & { log: Log }): boolean {
  if (!room.keys || !openSlots(place).due) return false
  if (room.connection.vault.db.pragma('query_only', { simple: true }) === 1) return false
  return tryRotation(place, room, parts)
}

/** Whether the key was changed; what failed is due, and only a room that cannot be opened again throws. */
export function tryRotation(place: Place, room: OpenRoom, parts: ContextParts & { log: Log }): boolean {
  try {
    rotateRoom(place, room, parts)
    return true
  } catch (error) {
    parts.log({ path: 'vault.rotate', name: error instanceof Error ? error.name : typeof error })
    if (!room.connection.vault.db.open) throw error
    return false
  }
}

function comeBack(place: Place, room: OpenRoom, { clock }: ContextParts): void {
  const { keys } = room
  if (!keys) throw new AppError('conflict', { reason: 'no-own-keys' })
  const before = openSlots(place)
  const { databaseKey, keyslots } = settleRotation(place, { ...openWithOwn(before, keys), keyslots: before })
  try {
    Object.assign(room, openConnection(place, databaseKey, keyslots, clock.now()))
  } finally {
    databaseKey.fill(0)
  }
  room.connection.transaction((db) => sawKeyslots(db, keyslots))
}
