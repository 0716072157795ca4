import { z } from 'zod'
import { read, SUBJECTS, write } from '#contract/procedure'
import { Done, Instant, Line } from '#contract/times'

/**
 * Text typed into a form that has no record yet (registration, referral, addendum, crisis entry). It lives in the
 * vault from the first second, bound to one form and one student, until the form is sent or thrown away.
 */
export const Draft = z.object({
  /** One of `contract/draft-forms.ts`. */
  form: Line.max(40),
  /** The student, visit or crisis it belongs to; empty for a form about nobody yet. */
  subjectId: z.uuid().or(z.literal('')),
  body: z.string().max(100_000),
  savedAt: Instant,
})
export type Draft = z.infer<typeof Draft>
/** What was begun and not sent, without its text. */
export const DraftLine = Draft.omit({ body: true }).extend({
  /** What `subjectId` names; null when it is about nobody in particular or the record is gone. */
  subject: z.enum(SUBJECTS).nullable(),
  student: z.object({ id: z.uuid(), name: Line, className: Line.nullable() }).nullable(),
  /** The case the record lies in, where it lies in one. */
  caseId: z.uuid().nullable(),
})
export type DraftLine = z.infer<typeof DraftLine>
const key = { form: Draft.shape.form, subjectId: Draft.shape.subjectId }

export const drafts = {
  get: read({ roles: ['counselor', 'director', 'duty'] }, z.object(key), Draft.nullable()),
  list: read({ roles: ['counselor', 'director', 'duty'] }, z.object({}), z.array(DraftLine)),
  save: write(
    { roles: ['counselor', 'director', 'duty'], repeatable: true },
    { ...key, body: Draft.shape.body },
    Draft.omit({ body: true }),
  ),
  discard: write({ roles: ['counselor', 'director', 'duty'] }, key, Done),
}
