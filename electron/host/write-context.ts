import type { Services, WriteContext } from '#core/context'
import { record } from '#core/gatekeeping'
import type { WritableDb } from '#db/connection'
import type { Clock } from './clock.ts'
import type { OpenRoom } from './room.ts'

export type ContextParts = { services: Services; clock: Clock; newId(): string }

/** What every handler gets besides its database. */
export const contextOf = ({ services, clock, newId }: ContextParts, room: OpenRoom) => ({
  me: room.me,
  practice: room.practice,
  services,
  newId,
  ...clock,
})

/** What a write gets inside its transaction: what it records goes into the same. */
export const writeContextOf = (parts: ContextParts, room: OpenRoom, db: WritableDb): WriteContext => ({
  ...contextOf(parts, room),
  db,
  audit: (event, about = {}) =>
    record(db, {
      at: parts.clock.now(),
      userId: room.me.id,
      event,
      subjectId: about.subjectId ?? null,
      studentId: about.studentId ?? null,
    }),
})
