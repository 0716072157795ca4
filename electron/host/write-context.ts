import type { OwnSeal, Services, WriteContext } from '#core/context'
import { record, recordClockJump } from '#core/gatekeeping'
import { sawSigningKey } from '#core/keys'
import type { WritableDb } from '#db/connection'
import type { OwnKeys } from '#db/vault/own-keys'
import { seal, unseal } from '#db/vault/sealed'
import { signerOf } from '#db/vault/signing'
import { clockMoved } from './clock-watch.ts'
import type { Clock } from './clock.ts'
import type { OpenRoom } from './room.ts'

export type ContextParts = { services: Services; clock: Clock; newId(): string }

/** What every handler gets besides its database. */
export const contextOf = ({ services, clock, newId }: ContextParts, room: OpenRoom) => ({
  me: room.me,
  practice: room.practice,
  own: ownSeal(room.keys),
  services,
  newId,
  ...clock,
})

/** What a write gets inside its transaction: what it records goes into the same. */
export const writeContextOf = (parts: ContextParts, room: OpenRoom, db: WritableDb): WriteContext => ({
  ...contextOf(parts, room),
  db,
  audit: (event, about = {}) => {
    const sign = room.keys && signerOf(room.keys)
    const at = parts.clock.now()
    // On a full disk somebody may be in the room whose key could not be made known at the door.
    if (sign && room.keys && room.alarm)
      sawSigningKey(db, { userId: room.me.id, publicKey: room.keys.signing.publicKey, at }, sign)
    const moved = clockMoved(room, parts.clock)
    // A step back shows in the log by itself.
    if (moved > 0) recordClockJump(db, { at, userId: room.me.id }, moved, sign)
    record(
      db,
      {
        at,
        userId: room.me.id,
        event,
        subjectId: about.subjectId ?? null,
        studentId: about.studentId ?? null,
      },
      sign,
    )
  },
})

/** What is bound to one id and one person's key opens nowhere else. */
function ownSeal(keys: OwnKeys | null): OwnSeal | null {
  if (!keys) return null
  const { publicKey } = keys.sealing
  const binding = (id: string) => ({ vaultId: 'private note', assessmentId: id })
  return {
    publicKey,
    seal: (text, id) => seal(text, publicKey, binding(id)),
    unseal: (sealed, id) => unseal(Buffer.from(sealed), keys.sealing, binding(id)),
  }
}
