import { z } from 'zod'
import { FILE_FIELDS } from '#contract/case-tables'
import { SOURCES, URGENCIES } from '#contract/code-tables'
import { ACCEPTANCE_MODES, ACCEPTANCE_STATES, ENTRY_BASES } from '#contract/entry-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Instant, Line, Prose } from '#contract/times'

/** 接案 (S22): a request to take a student on. */
export const AcceptanceFields = z.object({
  askedOn: CalendarDate,
  source: z.enum(SOURCES),
  /** Who asks, by name; may be empty where the student does. */
  askedBy: Line,
  basis: z.enum(ENTRY_BASES),
  urgency: z.enum(URGENCIES),
  concern: Prose.max(4000),
  /** What family or teacher were promised before; whoever takes it on says whether it stands (003). */
  promises: Prose.max(2000),
})
export type AcceptanceFields = z.infer<typeof AcceptanceFields>

const Person = z.object({ id: z.uuid(), name: Line })
/** What a list shows, without a word of what was written. */
export const AcceptanceLine = AcceptanceFields.pick({
  askedOn: true,
  source: true,
  askedBy: true,
  urgency: true,
}).extend({
  id: z.uuid(),
  no: Line,
  studentId: z.uuid(),
  studentName: Line,
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  state: z.enum(ACCEPTANCE_STATES),
  assignedTo: Person.nullable(),
  /** Whole days since it was asked. */
  days: z.int(),
  isOpen: z.boolean(),
})
export type AcceptanceLine = z.infer<typeof AcceptanceLine>

export const Acceptance = AcceptanceFields.extend({
  id: z.uuid(),
  no: Line,
  studentId: z.uuid(),
  state: z.enum(ACCEPTANCE_STATES),
  assignedTo: Person.nullable(),
  assignedAt: Instant.nullable(),
  decidedBy: Line.nullable(),
  decidedAt: Instant.nullable(),
  /** What was objected to in the promises, or why it was returned. */
  answer: Prose,
  caseId: z.uuid().nullable(),
  enteredBy: Line,
  enteredAt: Instant,
  /** By the school's rule of grades; only where the director assigns. */
  proposed: Person.nullable(),
  /** The open case the student has already, and with whom. */
  openCase: z.object({ id: z.uuid(), no: Line, counselor: Line, isMine: z.boolean() }).nullable(),
  /** What is not in the student's file yet (S23). */
  lacks: z.array(z.enum(FILE_FIELDS)),
})
export type Acceptance = z.infer<typeof Acceptance>

export const AcceptanceRules = z.object({
  mode: z.enum(ACCEPTANCE_MODES).default('self'),
  /** Grades from … to … are proposed to this counselor. */
  byGrade: z
    .array(z.object({ from: z.int().min(1).max(16), to: z.int().min(1).max(16), counselorId: z.uuid() }))
    .max(20)
    .default([]),
  /** In a room of one counselor the queue stays out of sight until there is a request. */
  shownAlone: z.boolean().default(false),
})
export type AcceptanceRules = z.infer<typeof AcceptanceRules>

/** How it stands with the queue, for whoever asks. */
export const AcceptanceStanding = z.object({
  isShown: z.boolean(),
  mode: z.enum(ACCEPTANCE_MODES),
  /** Requests that wait for oneself: to be assigned, or to be taken on. */
  forMe: z.int(),
  /** Of these the one that has waited longest was asked on. */
  since: CalendarDate.nullable(),
  isUrgent: z.boolean(),
})
export type AcceptanceStanding = z.infer<typeof AcceptanceStanding>

const about = { acceptanceId: z.uuid(), studentId: z.uuid() }
const counsels = ['counselor', 'director'] as const
const atWork = ['counselor', 'director', 'duty'] as const
export const acceptances = {
  standing: read({ roles: atWork }, z.object({}), AcceptanceStanding),
  /** Most urgent first, then longest. */
  list: read({ roles: atWork }, z.object({ state: z.enum(['open', 'all']) }), z.array(AcceptanceLine)),
  get: read(
    { roles: counsels, others: 'reason', audited: 'acceptance.read', subjects: ['acceptance'] },
    z.object({ acceptanceId: z.uuid() }),
    Acceptance,
  ),
  /** One open request per student: a second one is a `conflict` `already-asked`; `declined` while the student does not want to come. */
  request: write(
    { roles: atWork, subjects: ['student'] },
    { id: z.uuid(), studentId: z.uuid(), fields: AcceptanceFields },
    AcceptanceLine,
  ),
  update: write(
    { roles: counsels, others: 'never', subjects: ['acceptance'] },
    { ...about, fields: AcceptanceFields.partial() },
    Acceptance,
  ),
  assign: write({ roles: 'director', subjects: ['acceptance'] }, { ...about, toId: z.uuid() }, AcceptanceLine),
  /**
   * Opens the case, or goes into the open one: a colleague's stays hers. `conflict`: `not-assigned` where the director assigns,
   * `assigned-elsewhere` when it is somebody else's; neither holds in a crisis. `invalid`/`no-answer` when promises were made
   * and nothing is said about them.
   */
  accept: write(
    { roles: 'counselor', subjects: ['acceptance'] },
    { ...about, promisesStand: z.boolean().nullable(), objection: Prose.max(2000) },
    z.object({ caseId: z.uuid(), no: Line, counselor: Person }),
  ),
  /** Back into the queue, with the reason. */
  giveBack: write(
    { roles: counsels, subjects: ['acceptance'] },
    { ...about, reason: Prose.min(1).max(2000) },
    AcceptanceLine,
  ),
  remove: write(
    { roles: counsels, others: 'never', subjects: ['acceptance'] },
    { ...about, reason: Line.min(1) },
    Done,
  ),
  rules: read({ roles: counsels }, z.object({}), AcceptanceRules),
  saveRules: write({ roles: counsels }, { rules: AcceptanceRules }, Done),
}
