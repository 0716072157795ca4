import { z } from 'zod'
import { read } from '#contract/procedure'
import { Instant, Line } from '#contract/times'

/** One line of the append-only log. Never holds content: who, when, what kind of thing, which id. */
export const AuditRow = z.object({
  seq: z.int(),
  at: Instant,
  by: Line.nullable(),
  event: Line,
  subjectId: z.string().nullable(),
  studentId: z.uuid().nullable(),
})
export type AuditRow = z.infer<typeof AuditRow>

export const audit = {
  /** Newest first. */
  list: read(
    { roles: ['counselor', 'director'] },
    z.object({ before: z.int().nullable(), limit: z.int().min(1).max(200) }),
    z.array(AuditRow),
  ),
  /** Recomputes the chain: the first row that does not fit, or null. */
  verify: read(
    { roles: ['counselor', 'director'] },
    z.object({}),
    z.object({ rows: z.int(), brokenAt: z.int().nullable(), head: z.string() }),
  ),
}
