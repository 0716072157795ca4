import { z } from 'zod'
import { read, write } from '#contract/procedure'
import { Done, Instant, Prose } from '#contract/times'

/**
 * Private process notes (私密过程记录): closed to their author's own key, so that nobody else in the room, no director and no
 * recovery sheet can read them. Never printed, exported, searched or handed over.
 */
export const PrivateNote = z.object({
  id: z.uuid(),
  studentId: z.uuid(),
  visitId: z.uuid().nullable(),
  /** Rises by one with every saved change. */
  version: z.int().min(1),
  /** Null when it was closed to keys that are gone (a forgotten password). */
  text: z.string().nullable(),
  /** The note of its visit has gone to another student since this was written; `follow` goes after it. */
  isLeftBehind: z.boolean(),
  createdAt: Instant,
  savedAt: Instant,
})
export type PrivateNote = z.infer<typeof PrivateNote>

export const privates = {
  /** One's own about this student, newest first. */
  list: read(
    { roles: 'counselor', audited: 'private.read', subjects: ['student'] },
    z.object({ studentId: z.uuid() }),
    z.array(PrivateNote),
  ),
  /** Saves what was typed; version 0 makes a new one. `conflict` when it has moved on since `version`. */
  save: write(
    { roles: 'counselor', subjects: ['student'], repeatable: true },
    {
      id: z.uuid(),
      studentId: z.uuid(),
      visitId: z.uuid().nullable(),
      version: z.int().min(0),
      text: Prose,
    },
    PrivateNote,
  ),
  /** One's own goes where the note of its visit went. `conflict`: `not-moved`. */
  follow: write({ roles: 'counselor', subjects: ['student'] }, { id: z.uuid(), studentId: z.uuid() }, Done),
}
