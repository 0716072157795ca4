import { AppError } from '#contract/errors'
import { isAcceptable, takeInTraces, writeAcceptance } from '#core/alarms'
import type { AuditEvent } from '#core/audit'
import { sawSigningKey } from '#core/keys'
import type { WritableDb } from '#db/connection'
import { resume } from '#db/vault/examine'
import { signerOf } from '#db/vault/signing'
import type { OpenRoom } from './room.ts'
import { type ContextParts, writeContextOf } from './write-context.ts'

/** Nothing is written into a vault that is not as it should be; a full disk alone leaves it what it is. */
export const isUntouchable = ({ alarm }: OpenRoom): boolean => !!alarm && alarm.kind !== 'disk-full'

type About = { subjectId?: string | null; studentId?: string | null }

/** One row of the log in a transaction of its own; where nothing can be written, a sealed trace is left beside the vault. */
export function recordInRoom(parts: ContextParts, room: OpenRoom, event: AuditEvent, about: About): void {
  if (!isUntouchable(room))
    try {
      return room.connection.transaction((db) => writeContextOf(parts, room, db).audit(event, about))
    } catch (error) {
      if (room.alarm?.kind !== 'disk-full') throw error
    }
  leaveTrace(room, event, about, parts.clock.now())
}

export function leaveTrace(
  { care, me }: OpenRoom,
  event: AuditEvent,
  { subjectId = null, studentId = null }: About,
  at: string,
): void {
  if (!care) throw new AppError('storage', { reason: 'read-only' })
  care.traces.add({ at, userId: me.id, event, subjectId, studentId })
}

/**
 * What this person read while nothing could be written, signed with a key that the log knows by then. Call `forgetTraces` once
 * it is durable.
 */
export function takeInTracesOf(db: WritableDb, { care, me, keys }: OpenRoom, now: string): void {
  const traces = care?.traces.of(me.id) ?? []
  const sign = keys && signerOf(keys)
  if (sign) sawSigningKey(db, { userId: me.id, publicKey: keys.signing.publicKey, at: now }, sign)
  takeInTraces(db, traces, sign)
}
export function forgetTraces({ care, me }: OpenRoom): void {
  try {
    if (care?.traces.of(me.id).length) care.traces.forget(me.id)
  } catch {
    // They are known by then and are not taken in twice.
  }
}

/** Goes on with the vault as it is. Never where pages or the structure are damaged: what is written there is lost with the rest. */
export function acceptAlarm(parts: ContextParts, room: OpenRoom, reason: string): void {
  const { alarm, care, connection } = room
  if (!alarm || !care || !isAcceptable(alarm)) throw new AppError('conflict', { reason: 'damaged' })
  const { newest, seen, keyslotsCounter } = care
  const commits = Math.max(newest?.commits ?? 0, seen?.commits ?? 0)
  resume(connection.vault, care, () =>
    connection.transaction((db) => {
      takeInTracesOf(db, room, parts.clock.now())
      writeAcceptance(writeContextOf(parts, room, db), alarm, { reason, commits, keyslotsCounter })
    }),
  )
  forgetTraces(room)
  room.alarm = null
}
