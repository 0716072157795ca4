import { z } from 'zod'
import {
  CASE_LACKS,
  CASE_NEEDS,
  CASE_RELATIONS,
  CASE_STAGES,
  FILE_FIELDS,
  RELATION_DECISIONS,
  STABILITIES,
} from '#contract/case-tables'
import { CONSENT_KINDS } from '#contract/code-tables'
import { ENTRY_BASES } from '#contract/entry-tables'
import { CalendarDate, Instant, Line, Prose } from '#contract/times'

/** Where a case stands on its way, and what the school asks for there. */
const Days = z.int().min(1).max(365)
const Cadence = z.object({ early: Days, later: Days })

/** The school's own rules of the way; none of them is a law of this program. */
export const CaseRules = z.object({
  needs: z.array(z.enum(CASE_NEEDS)),
  /** What a complete file holds (S23). */
  profile: z.array(z.enum(FILE_FIELDS)),
  /** Days without a written word after which a case stands out; from the last of them on the director sees it too (S43). */
  stalledDays: z.array(Days).min(1).max(3),
  /** Case months in which contact is closer (S36). */
  earlyMonths: z.int().min(0).max(12),
  /** At most so many days between two contacts, early and later. */
  cadence: z.record(z.enum(STABILITIES), Cadence),
})
export type CaseRules = z.infer<typeof CaseRules>

export const DeclarationFields = z.object({
  relation: z.enum(CASE_RELATIONS),
  /** Which relation, in words. */
  detail: Line,
  decision: z.enum(RELATION_DECISIONS),
  /** Why it goes on all the same. */
  reason: Prose.max(1000),
  /** Who agreed that it does. */
  agreedBy: Line,
})
export type DeclarationFields = z.infer<typeof DeclarationFields>
export const Declaration = DeclarationFields.extend({ by: Line, at: Instant })
export type Declaration = z.infer<typeof Declaration>

/** How the student came to it (S17), and what was said about that. */
export const EntryFields = z.object({ basis: z.enum(ENTRY_BASES), note: Prose.max(1000) })
export type EntryFields = z.infer<typeof EntryFields>

export const StabilityFields = z.object({
  stability: z.enum(STABILITIES),
  /** Instead of the rule's cadence. */
  everyDays: Days.nullable(),
  reason: Line.min(1),
})
export type StabilityFields = z.infer<typeof StabilityFields>
export const StabilityMark = StabilityFields.extend({ by: Line, at: Instant })
export type StabilityMark = z.infer<typeof StabilityMark>

export const Lack = z.object({
  what: z.enum(CASE_LACKS),
  /** A source says 必须: 000-F 4 for the notice, 000-M 9 for the door. */
  isHard: z.boolean(),
  /** The visit, test or crisis it is about. */
  id: z.uuid().nullable(),
  /** Of `consent` and `guardian`. */
  purpose: z.enum(CONSENT_KINDS).nullable(),
})
export type Lack = z.infer<typeof Lack>
export const StageLine = z.object({
  stage: z.enum(CASE_STAGES),
  /** `next`: what comes first of what is not done. */
  state: z.enum(['done', 'next', 'open']),
  on: CalendarDate.nullable(),
  lacks: z.array(Lack),
})
export type StageLine = z.infer<typeof StageLine>

/** How full the file is; `lacks` in the order of FILE_FIELDS. */
export const Completeness = z.object({ filled: z.int(), asked: z.int(), lacks: z.array(z.enum(FILE_FIELDS)) })
export type Completeness = z.infer<typeof Completeness>

export const Progress = z.object({
  stages: z.array(StageLine),
  /** While one is open everything that lacks may come afterwards. */
  openCrisisId: z.uuid().nullable(),
  file: Completeness,
  /** Null: nobody has said how the student came. */
  entry: EntryFields.nullable(),
  declaration: Declaration.nullable(),
  stability: StabilityMark.nullable(),
  /** The last contact and when the next is due; null for a closed case, and while the student does not want to come. */
  contact: z.object({ lastOn: CalendarDate.nullable(), everyDays: z.int(), dueOn: CalendarDate }).nullable(),
  handovers: z.array(z.object({ from: Line, to: Line, note: Prose, clientView: z.string(), at: Instant })),
})
export type Progress = z.infer<typeof Progress>
