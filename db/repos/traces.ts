import { and, eq, isNull } from 'drizzle-orm'
import type { ReadableDb } from '#db/connection'
import { auditTable as a } from '#db/schema/audit'

/** A row of the log that had to wait beside the vault. */
export type Trace = { at: string; userId: string; event: string; subjectId: string | null; studentId: string | null }

/** Whether the log has this row already: a program that was cut off takes its traces in a second time. */
export const isRecorded = (db: ReadableDb, { at, userId, event, subjectId }: Trace): boolean =>
  db
    .select({ seq: a.seq })
    .from(a)
    .where(
      and(
        eq(a.at, at),
        eq(a.userId, userId),
        eq(a.event, event),
        subjectId === null ? isNull(a.subjectId) : eq(a.subjectId, subjectId),
      ),
    )
    .get() !== undefined
