import { z } from 'zod'
import { read, write } from '#contract/procedure'
import { Instant, Line, LocalTime, Prose } from '#contract/times'

/** A person sets the level and says why; no score ever sets it (domain.md, consequence 9). */
export const Risk = z.object({
  id: z.uuid(),
  studentId: z.uuid(),
  rank: z.int().min(0).max(9),
  previousRank: z.int().nullable(),
  reason: Prose.min(1).max(2000),
  setAt: LocalTime,
  setBy: Line,
  enteredAt: Instant,
})
export type Risk = z.infer<typeof Risk>

export const risks = {
  listByStudent: read({ roles: ['counselor', 'director'] }, z.object({ studentId: z.uuid() }), z.array(Risk)),
  set: write(
    { roles: 'counselor', subjects: ['student'] },
    { id: z.uuid(), studentId: z.uuid(), rank: Risk.shape.rank, reason: Risk.shape.reason },
    Risk,
  ),
}
