import { z } from 'zod'
import { Finding } from '#contract/appointments'
import { BIN_KINDS, REVISION_KINDS } from '#contract/revision-tables'
import { read, write } from '#contract/procedure'
import { Done, Instant, Line } from '#contract/times'

/** A record as it stood: its stored fields by name. */
export const RecordFields = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
export type RecordFields = z.infer<typeof RecordFields>

/** A state that ended at `until`, when `by` changed it. `reason`: why somebody brought an earlier one back over it. */
export const Revision = z.object({
  seq: z.int(),
  until: Instant,
  by: Line,
  reason: Line.nullable(),
  fields: RecordFields,
})
export type Revision = z.infer<typeof Revision>

/** Something that was thrown away and can be taken out again. */
export const BinLine = z.object({
  kind: z.enum(BIN_KINDS),
  recordId: z.uuid(),
  studentId: z.uuid().nullable(),
  studentName: Line.nullable(),
  className: Line.nullable(),
  /** Its first words; null where it is in a colleague's file. */
  title: z.string().nullable(),
  deletedAt: Instant,
  deletedBy: Line.nullable(),
})
export type BinLine = z.infer<typeof BinLine>

/** A letter may be of nobody who is known: then its `studentId` is null. */
const which = { kind: z.enum(REVISION_KINDS), recordId: z.uuid(), studentId: z.uuid().nullable() }

export const revisions = {
  /** How a record stands and how it stood, newest first, as far back as it is kept. A colleague's needs a reason first. */
  of: read(
    { roles: ['counselor', 'director'], audited: 'revision.read' },
    z.object(which),
    z.object({ now: RecordFields, states: z.array(Revision) }),
  ),
  /** What speaks against the time of a booking that the state `seq` would bring back; nothing for anything else. */
  check: read({ roles: 'counselor' }, z.object({ ...which, seq: z.int() }), z.array(Finding)),
  bin: read({ roles: ['counselor', 'director'] }, z.object({ limit: z.int().min(1).max(500) }), z.array(BinLine)),
  /**
   * Back to the state `seq`. What stood until now becomes an earlier state itself. `conflict`: `too-late` after 90 days,
   * `withdrawn` for a consent that would no longer be, `has-note` for a visit that would no longer have taken place although a note was written, `reopen-instead` for a crisis card
   * that is closed: opening it again has rules of its own; `number-taken` when somebody else has the student number now;
   * `stands-already` for a second decline, `already-asked` for a second open request, `declined` for one of somebody who does not want
   * to come, `is-accepted` for one a case rests on; `finished` for a summary that would be a draft again, `case-closed` for what is only
   * written in an open case, `aid-withdrawn` for a referral that was taken back; `destroyed`. A booking is
   * held to the rules of `appointments.book`: the finding's kind, or `reason-needed` when `overReason` is missing; `receiver-left`.
   */
  restore: write(
    { roles: 'counselor' },
    { ...which, seq: z.int(), reason: Line.min(2), overReason: Line.default('') },
    Done,
  ),
  /** `conflict` as `restore`; `not-in-the-bin`. */
  takeOut: write(
    { roles: 'counselor' },
    { kind: z.enum(BIN_KINDS), recordId: z.uuid(), studentId: z.uuid().nullable(), reason: Line.min(2) },
    Done,
  ),
}
