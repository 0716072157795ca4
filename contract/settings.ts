import { z } from 'zod'
import { PROBLEMS, STAGES } from '#contract/code-tables'
import { read, ROLES, write } from '#contract/procedure'
import { CalendarDate, Done, Line, Prose } from '#contract/times'
import { LANGUAGES } from '#contract/vault'

/** Severity rank plus the school's own word for it (domain.md §1.5: 一级 is worst here, mildest there). */
export const RiskLevel = z.object({
  /** 0 = no concern, then rising severity. */
  rank: z.int().min(0).max(9),
  label: Line.min(1).max(20),
  criteria: Prose.max(500),
})
export type RiskLevel = z.infer<typeof RiskLevel>

export const Term = z.object({
  id: z.uuid(),
  name: Line.min(1),
  startsOn: CalendarDate,
  endsOn: CalendarDate,
})
export type Term = z.infer<typeof Term>

/** The classes of one grade. College classes have names instead of numbers. */
export const SchoolClass = z.object({
  gradeNo: z.int().min(1).max(16).nullable(),
  grade: Line.min(1),
  entryYear: z.int().min(1990).max(2100).nullable(),
  classNo: z.int().min(1).max(99).nullable(),
  name: Line.min(1),
})
export type SchoolClass = z.infer<typeof SchoolClass>

export const School = z.object({
  name: Line.min(1),
  stage: z.enum(STAGES),
  roomName: Line,
  phone: Line,
})
export type School = z.infer<typeof School>

export const Preferences = z.object({
  language: z.enum(LANGUAGES),
  theme: z.enum(['light', 'dark', 'system']),
  /** Minutes without a key or pointer before the room locks itself (security.md §7.3). */
  idleMinutes: z.int().min(1).max(30),
  sessionMinutes: z.int().min(10).max(120),
  /** Days after which a missing return slip is shown as overdue. */
  returnSlipDays: z.int().min(1).max(60),
  noticeText: Prose,
  noticeVersion: Line,
  /** Words that sound like a diagnosis, a judgement or an inference are pointed out under a text. */
  wordingHints: z.boolean().default(true),
})
export type Preferences = z.infer<typeof Preferences>

export const Account = z.object({
  id: z.uuid(),
  name: Line,
  sex: z.enum(['male', 'female']).nullable(),
  roles: z.array(z.enum(ROLES)),
})
export type Account = z.infer<typeof Account>

export const Snippet = z.object({ id: z.uuid(), trigger: Line.min(1).max(20), text: Prose.min(1).max(2000) })
export type Snippet = z.infer<typeof Snippet>

export const Workplace = z.object({
  school: School,
  preferences: Preferences,
  terms: z.array(Term),
  /** The term that holds today, else the latest that has begun, else the first. */
  currentTermId: z.uuid().nullable(),
  riskLevels: z.array(RiskLevel),
  hiddenProblems: z.array(z.enum(PROBLEMS)),
  classes: z.array(SchoolClass),
  snippets: z.array(Snippet),
  me: Account,
  accounts: z.array(Account),
  practice: z.boolean(),
  /** Today at the school, from the host's clock. */
  today: CalendarDate,
})
export type Workplace = z.infer<typeof Workplace>

/** The machine's administrator sets up the room and never sees who comes. */
const keepers = ['counselor', 'director', 'administrator'] as const
export const settings = {
  /** Everything the window needs to know about the school, in one call after unlock. */
  workplace: read({ roles: ROLES }, z.object({}), Workplace),
  saveSchool: write({ roles: keepers }, { school: School }, Done),
  savePreferences: write({ roles: keepers }, { preferences: Preferences.partial() }, Done),
  saveTerms: write({ roles: keepers }, { terms: z.array(Term).min(1).max(40) }, Done),
  saveRiskLevels: write({ roles: ['counselor', 'director'] }, { riskLevels: z.array(RiskLevel).min(2).max(6) }, Done),
  saveClasses: write({ roles: keepers }, { classes: z.array(SchoolClass).max(1000) }, Done),
  /** Problems this school does not use; records that name one keep it. */
  saveHiddenProblems: write(
    { roles: ['counselor', 'director'] },
    { hiddenProblems: z.array(z.enum(PROBLEMS)).max(PROBLEMS.length) },
    Done,
  ),
  saveSnippets: write({ roles: 'counselor' }, { snippets: z.array(Snippet).max(200) }, Done),
}
