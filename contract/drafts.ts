import { z } from 'zod'
import { read, write } from '#contract/procedure'
import { Done, Instant, Line } from '#contract/times'

/**
 * Text typed into a form that has no record yet (registration, referral, addendum, crisis entry). It lives in the
 * vault from the first second, bound to one form and one student, until the form is sent or thrown away.
 */
export const Draft = z.object({
  /** Form name, e.g. `referral`. */
  form: Line.max(40),
  /** The student, visit or crisis it belongs to; empty for a form about nobody yet. */
  subjectId: z.uuid().or(z.literal('')),
  body: z.string().max(100_000),
  savedAt: Instant,
})
export type Draft = z.infer<typeof Draft>
const key = { form: Draft.shape.form, subjectId: Draft.shape.subjectId }

export const drafts = {
  get: read({ roles: ['counselor', 'director', 'duty'] }, z.object(key), Draft.nullable()),
  list: read({ roles: ['counselor', 'director', 'duty'] }, z.object({}), z.array(Draft.omit({ body: true }))),
  save: write(
    { roles: ['counselor', 'director', 'duty'], repeatable: true },
    { ...key, body: Draft.shape.body },
    Draft.omit({ body: true }),
  ),
  discard: write({ roles: ['counselor', 'director', 'duty'] }, key, Done),
}
