import { z } from 'zod'
import { GROWTH_KINDS } from '#contract/case-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Instant, Line, Prose } from '#contract/times'

/** 成长档案 (S44): what became better, or was a step, of one student. Only the shareable layer ever stands on paper. */
export const GrowthFields = z.object({
  onDay: CalendarDate,
  kind: z.enum(GROWTH_KINDS),
  text: Prose.min(1).max(2000),
  isShareable: z.boolean(),
})
export type GrowthFields = z.infer<typeof GrowthFields>
export const GrowthEntry = GrowthFields.extend({ id: z.uuid(), studentId: z.uuid(), by: Line, enteredAt: Instant })
export type GrowthEntry = z.infer<typeof GrowthEntry>

/** Visits and tests between the entries: when, and no more. */
export const GrowthMark = z.object({ kind: z.enum(['visit', 'test']), id: z.uuid(), onDay: CalendarDate, name: Line })
export type GrowthMark = z.infer<typeof GrowthMark>

const about = { growthId: z.uuid(), studentId: z.uuid() }
export const growth = {
  /** Newest first. */
  listByStudent: read(
    { roles: ['counselor', 'director'], others: 'reason', audited: 'growth.read', subjects: ['student'] },
    z.object({ studentId: z.uuid() }),
    z.object({ entries: z.array(GrowthEntry), marks: z.array(GrowthMark) }),
  ),
  add: write(
    { roles: 'counselor', others: 'never', subjects: ['student'] },
    { id: z.uuid(), studentId: z.uuid(), fields: GrowthFields },
    Done,
  ),
  change: write(
    { roles: 'counselor', others: 'never', subjects: ['growth'] },
    { ...about, fields: GrowthFields },
    Done,
  ),
  /** Into the bin. */
  remove: write({ roles: 'counselor', others: 'never', subjects: ['growth'] }, about, Done),
}
