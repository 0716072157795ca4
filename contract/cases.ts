import { z } from 'zod'
import { CASE_STATES, CLOSE_REASONS } from '#contract/code-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Line, Prose } from '#contract/times'

/** One span of work with one student, opened by the first visit or a crisis. */
export const Case = z.object({
  id: z.uuid(),
  /** Term and number, e.g. 2026秋-031. The key of the file; a name may be an alias. */
  no: Line,
  studentId: z.uuid(),
  state: z.enum(CASE_STATES),
  openedOn: CalendarDate,
  closedOn: CalendarDate.nullable(),
  closeReason: z.enum(CLOSE_REASONS).nullable(),
  closeNote: Prose,
  /** What the person may do next, in words for the person. */
  advice: Prose,
  counselorId: z.uuid(),
  counselor: Line,
})
export type Case = z.infer<typeof Case>
export const CaseLine = Case.omit({ closeNote: true, advice: true }).extend({
  studentName: Line,
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  visitCount: z.int(),
  lastVisitOn: CalendarDate.nullable(),
})
export type CaseLine = z.infer<typeof CaseLine>

/** What stands in the way of closing (capabilities.md §2.14). */
export const CLOSE_BLOCKS = ['open-crisis', 'unsigned-notes', 'waiting-referral'] as const

const about = { caseId: z.uuid(), studentId: z.uuid() }
export const cases = {
  get: read(
    { roles: ['counselor', 'director'], others: 'reason', subjects: ['case'] },
    z.object({ caseId: z.uuid() }),
    Case,
  ),
  /** Everybody's, without a word of what was written. */
  list: read(
    { roles: ['counselor', 'director'] },
    z.object({ state: z.enum(['open', 'closed', 'all']), offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    z.object({ total: z.int(), rows: z.array(CaseLine) }),
  ),
  closeBlocks: read(
    { roles: 'counselor', others: 'never', subjects: ['case'] },
    z.object({ caseId: z.uuid() }),
    z.array(z.enum(CLOSE_BLOCKS)),
  ),
  /** Refused (`conflict`, reason = the block) for an open crisis or unsigned notes; a waiting return slip only warns. */
  close: write(
    { roles: 'counselor', others: 'never', subjects: ['case'] },
    { ...about, reason: z.enum(CLOSE_REASONS), closeNote: Prose.min(1).max(4000), advice: Prose.max(4000) },
    Case,
  ),
  reopen: write({ roles: 'counselor', others: 'never', subjects: ['case'] }, { ...about, reason: Line.min(1) }, Case),
}
