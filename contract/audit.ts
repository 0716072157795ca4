import { z } from 'zod'
import { read } from '#contract/procedure'
import { CalendarDate, Instant, Line } from '#contract/times'

/** One line of the append-only log. Never holds content: who, when, what kind of thing, which id. */
export const AuditRow = z.object({
  seq: z.int(),
  at: Instant,
  by: Line.nullable(),
  event: Line,
  subjectId: z.string().nullable(),
  studentId: z.uuid().nullable(),
  student: Line.nullable(),
  /** Carries the signature of whoever acted. */
  signed: z.boolean(),
})
export type AuditRow = z.infer<typeof AuditRow>

/** What to show; what is left out does not narrow. */
export const AuditFilter = z.object({
  userId: z.uuid().optional(),
  studentId: z.uuid().optional(),
  /** Events whose name begins with one of these, e.g. `note.` or `print.printed`. */
  events: z.array(Line.min(1)).max(40).optional(),
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** The head of the chain as it was once a week; printed, it witnesses everything before it. */
export const Witness = z.object({ week: Line, seq: z.int(), head: z.string().regex(/^[0-9a-f]{16}$/), at: Instant })
export type Witness = z.infer<typeof Witness>

/** Why a row does not fit. */
export const AUDIT_FAULTS = ['gap', 'link', 'hash', 'signature', 'unsigned', 'witness'] as const

export const audit = {
  /** Newest first. */
  list: read(
    { roles: ['director'], audited: 'audit.read' },
    z.object({ before: z.int().nullable(), limit: z.int().min(1).max(200), filter: AuditFilter.default({}) }),
    z.array(AuditRow),
  ),
  /** Recomputes the chain, its signatures and its witnesses: the first row that does not fit, or null. */
  verify: read(
    { roles: ['counselor', 'director'], audited: 'audit.verified' },
    z.object({}),
    z.object({
      rows: z.int(),
      brokenAt: z.int().nullable(),
      fault: z.enum(AUDIT_FAULTS).nullable(),
      head: z.string(),
      /** Rows from here on carry the signature of whoever acted. */
      signedFrom: z.int().nullable(),
    }),
  ),
  witnesses: read({ roles: ['counselor', 'director'] }, z.object({}), z.array(Witness)),
}
