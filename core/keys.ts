import type { ReadableDb, WritableDb } from '#db/connection'
import { findSigningKeys, registerSigningKey } from '#db/repos/audit'
import { findKeyslotsCounter, raiseKeyslotsCounter } from '#db/repos/vault-state'

/** What the vault knows of the keys that lie beside it. */

/** A file of keyslots that is older than the one the vault has seen last: somebody put it there. */
export const keyslotsAreOld = (db: ReadableDb, keyslots: { counter: number }): boolean =>
  keyslots.counter < findKeyslotsCounter(db)

export const sawKeyslots = (db: WritableDb, keyslots: { counter: number }): void =>
  raiseKeyslotsCounter(db, keyslots.counter)

/** Once for each new key of a person, before her first row under it. What her slot says is proven: the whole file is. */
export function sawSigningKey(
  db: WritableDb,
  person: { userId: string; publicKey: string; at: string },
  sign: Parameters<typeof registerSigningKey>[2],
): void {
  const known = findSigningKeys(db).findLast(({ userId }) => userId === person.userId)
  if (known?.publicKey !== person.publicKey) registerSigningKey(db, person, sign)
}
