import { z } from 'zod'
import { ATTACHMENT_TYPES, TURNS } from '#contract/attachment-files'
import { ATTACHMENT_ABOUTS, ATTACHMENT_KINDS } from '#contract/code-tables'
import { read, write } from '#contract/procedure'
import { Done, Instant, Line } from '#contract/times'

/** What a scan, picture or PDF belongs to; for `student` the student's own id, for `archive` that of the case. */
const record = { about: z.enum(ATTACHMENT_ABOUTS), aboutId: z.uuid() }
export const AttachmentFields = z.object({ name: Line.min(1), kind: z.enum(ATTACHMENT_KINDS), note: Line })
export type AttachmentFields = z.infer<typeof AttachmentFields>

/** A file that lies in the vault; its content is asked for by itself. */
export const Attachment = AttachmentFields.extend({
  ...record,
  id: z.uuid(),
  studentId: z.uuid(),
  type: z.enum(ATTACHMENT_TYPES),
  bytes: z.int(),
  /** How it is turned when it is shown: as the camera said, then as somebody liked it. */
  turned: z.literal(TURNS),
  enteredBy: Line,
  enteredAt: Instant,
})
export type Attachment = z.infer<typeof Attachment>

const both = ['counselor', 'director'] as const
const one = { attachmentId: z.uuid(), studentId: z.uuid() }
export const attachments = {
  /** All of a student, or those of one record; newest first. */
  list: read(
    { roles: both, others: 'reason', subjects: ['student'] },
    z.object({ studentId: z.uuid(), of: z.object(record).nullable() }),
    z.array(Attachment),
  ),
  /**
   * Keeps a file (base64, ≤ 20 MB). Refused with `invalid`, `content` and a word of ATTACHMENT_PROBLEMS. What a camera wrote into a
   * picture (place, time, device) is taken out.
   */
  add: write(
    { roles: 'counselor', others: 'reason', subjects: ['student'], large: true },
    { id: z.uuid(), studentId: z.uuid(), ...record, fields: AttachmentFields, content: z.string().max(28_000_000) },
    Attachment,
  ),
  /**
   * The content from byte `from` on, ≤ 4 MB at a time, as base64. With the first of it the whole is checked: `isWhole` false says
   * that it is no longer what was put in.
   */
  content: read(
    { roles: both, others: 'reason', audited: 'attachment.read', subjects: ['attachment'] },
    z.object({ ...one, from: z.int().min(0) }),
    z.object({ data: z.string(), next: z.int().nullable(), isWhole: z.boolean() }),
  ),
  change: write(
    { roles: 'counselor', others: 'never', subjects: ['attachment'] },
    { ...one, fields: AttachmentFields, turned: z.literal(TURNS) },
    Attachment,
  ),
  /** Into the bin, from which it can be taken out again. */
  discard: write(
    { roles: 'counselor', others: 'never', subjects: ['attachment'] },
    { ...one, reason: Line.min(2) },
    Done,
  ),
}
