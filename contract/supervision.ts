import { z } from 'zod'
import { CASE_STATES } from '#contract/case-tables'
import { CHANNELS, PROBLEM_AREAS, PROBLEMS, SEXES, type ProblemArea } from '#contract/code-tables'
import { read } from '#contract/procedure'
import { CalendarDate, Line } from '#contract/times'

const AREAS = Object.keys(PROBLEM_AREAS) as [ProblemArea, ...ProblemArea[]]

/**
 * A case as a supervisor may know it (督导; capabilities.md §3): a number instead of a name, the grade without the class, and
 * not one word that anybody wrote.
 */
export const SupervisionCase = z.object({
  id: z.uuid(),
  no: Line,
  state: z.enum(CASE_STATES),
  grade: Line.nullable(),
  sex: z.enum(SEXES).nullable(),
  /** Whole years today; null when the birthday is not known. */
  age: z.int().nullable(),
  areas: z.array(z.enum(AREAS)),
  riskRank: z.int().nullable(),
  /** Visits in which somebody came. */
  visits: z.int(),
  firstOn: CalendarDate.nullable(),
  lastOn: CalendarDate.nullable(),
})
export type SupervisionCase = z.infer<typeof SupervisionCase>

export const SupervisionVisit = z.object({
  ordinal: z.int(),
  on: CalendarDate,
  channel: z.enum(CHANNELS),
  minutes: z.int().nullable(),
  problems: z.array(z.enum(PROBLEMS)),
})
export type SupervisionVisit = z.infer<typeof SupervisionVisit>

const roles = ['supervisor', 'counselor', 'director'] as const
export const supervision = {
  /** Newest first. */
  cases: read(
    { roles, audited: 'supervision.read' },
    z.object({ state: z.enum([...CASE_STATES, 'all']), offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    z.object({ total: z.int(), rows: z.array(SupervisionCase) }),
  ),
  case: read(
    { roles, audited: 'supervision.read', subjects: ['case'] },
    z.object({ caseId: z.uuid() }),
    z.object({ case: SupervisionCase, visits: z.array(SupervisionVisit) }),
  ),
}
