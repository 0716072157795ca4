import { z } from 'zod'
import { CaseRules, DeclarationFields, EntryFields, Progress, StabilityFields } from '#contract/case-course'
import { ATTENTION_KINDS, CASE_STATES, CLOSE_REASONS, PAPER_ITEMS } from '#contract/case-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Line, Prose } from '#contract/times'

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
  /** What was done and who goes on, when the relation was overstepped (S54, F25). */
  explanation: Prose,
  counselorId: z.uuid(),
  counselor: Line,
})
export type Case = z.infer<typeof Case>
export const CaseLine = Case.omit({ closeNote: true, advice: true, explanation: true }).extend({
  studentName: Line,
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  visitCount: z.int(),
  lastVisitOn: CalendarDate.nullable(),
})
export type CaseLine = z.infer<typeof CaseLine>

/** What stands in the way of closing (capabilities.md §2.14); the referral only warns. */
export const CLOSE_BLOCKS = [
  'open-crisis',
  'unsigned-notes',
  'unread-tests',
  'unfinished-review',
  'waiting-referral',
] as const

/** One case that asks to be looked at (S36, S43, S59): for its counselor, at the last step for the director, too. */
export const AttentionLine = z.object({
  kind: z.enum(ATTENTION_KINDS),
  caseId: z.uuid(),
  no: Line,
  studentId: z.uuid(),
  studentName: Line,
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  counselor: Line,
  /** Since when nothing was written, when contact was due, or for when the paper was promised. */
  dueOn: CalendarDate,
  /** Whole days since then. */
  days: z.int(),
  item: z.enum(PAPER_ITEMS).nullable(),
})
export type AttentionLine = z.infer<typeof AttentionLine>

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
  /**
   * Refused (`conflict`, reason = the block) for all that stands in the way but a waiting return slip; `invalid`/`no-explanation`
   * when the relation was overstepped and nothing explains it.
   */
  close: write(
    { roles: 'counselor', others: 'never', subjects: ['case'] },
    {
      ...about,
      reason: z.enum(CLOSE_REASONS),
      closeNote: Prose.min(1).max(4000),
      advice: Prose.max(4000),
      explanation: Prose.max(4000).optional(),
    },
    Case,
  ),
  reopen: write({ roles: 'counselor', others: 'never', subjects: ['case'] }, { ...about, reason: Line.min(1) }, Case),
  /** Where the case stands, what is missing on its way and when the next contact is due. */
  progress: read(
    { roles: ['counselor', 'director'], others: 'reason', audited: 'case.read', subjects: ['case'] },
    z.object({ caseId: z.uuid() }),
    Progress,
  ),
  /** Whether and how counselor and student know each other elsewhere (S24). Going on needs a reason and who agreed. */
  declare: write(
    { roles: 'counselor', others: 'never', subjects: ['case'] },
    { ...about, id: z.uuid(), fields: DeclarationFields },
    Done,
  ),
  setEntry: write({ roles: 'counselor', others: 'never', subjects: ['case'] }, { ...about, fields: EntryFields }, Done),
  setStability: write(
    { roles: 'counselor', others: 'never', subjects: ['case'] },
    { ...about, id: z.uuid(), fields: StabilityFields },
    Done,
  ),
  attention: read({ roles: ['counselor', 'director'] }, z.object({}), z.array(AttentionLine)),
  rules: read({ roles: ['counselor', 'director'] }, z.object({}), CaseRules),
  saveRules: write({ roles: ['counselor', 'director'] }, { rules: CaseRules }, Done),
}
