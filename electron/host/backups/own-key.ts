import { AppError } from '#contract/errors'
import { databaseKeyOf } from '#db/vault/keyslots'
import { type Keyslots, readKeyslots } from '#db/vault/keyslots-file'
import type { Place } from '#electron/host/places'
import type { OpenRoom } from '#electron/host/room'

/** The ways in as they lie beside the vault, and the key, out of the hands of whoever is in the room. The caller zeroes it. */
export function ownKey(place: Place, room: OpenRoom): { keyslots: Keyslots; databaseKey: Buffer } {
  const keyslots = readKeyslots(place.folder)
  if (!keyslots) throw new AppError('storage', { reason: 'keyslots-missing' })
  if (!room.keys) throw new AppError('conflict', { reason: 'no-keys' })
  return { keyslots, databaseKey: databaseKeyOf(keyslots, room.keys) }
}

/** The same for the time of one work. */
export async function withOwnKey<T>(
  place: Place,
  room: OpenRoom,
  work: (held: { keyslots: Keyslots; databaseKey: Buffer }) => Promise<T>,
): Promise<T> {
  const held = ownKey(place, room)
  try {
    return await work(held)
  } finally {
    held.databaseKey.fill(0)
  }
}
