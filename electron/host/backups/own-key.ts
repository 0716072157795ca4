import type { Keyslots } from '#db/vault/keyslots-file'
import type { Place } from '#electron/host/places'
import type { OpenRoom } from '#electron/host/room'
import { slotsOf } from '#electron/host/rotating'

/** The ways in and the key for the time of one work. */
export async function withOwnKey<T>(
  place: Place,
  room: OpenRoom,
  work: (held: { keyslots: Keyslots; databaseKey: Buffer }) => Promise<T>,
): Promise<T> {
  const held = slotsOf(place, room)
  try {
    return await work(held)
  } finally {
    held.databaseKey.fill(0)
  }
}
