import { DRAFT_FORMS, draftFormOf } from '#contract/draft-forms'
import type { DraftLine, drafts } from '#contract/drafts'
import type { Handlers, ReadContext } from '#core/context'
import { deleteDraft, findDraft, findDrafts, putDraft } from '#db/repos/drafts'
import { findStudent } from '#db/repos/students'
import { findCaseIdOf, findStudentIdOf } from '#db/repos/subjects'

export const draftsHandlers: Handlers<typeof drafts> = {
  get: (ctx, key) => findDraft(ctx.db, { ...key, userId: ctx.me.id }) ?? null,
  list: (ctx) => findDrafts(ctx.db, ctx.me.id).map((draft) => ({ ...draft, ...aboutOf(ctx, draft) })),
  save(ctx, { form, subjectId, body }) {
    const savedAt = ctx.now()
    const isNew = findDraft(ctx.db, { userId: ctx.me.id, form, subjectId }) === undefined
    putDraft(ctx.db, { userId: ctx.me.id, form, subjectId, body, savedAt })
    if (isNew) ctx.audit('draft.saved', { subjectId: subjectId || form })
    return { form, subjectId, savedAt }
  },
  discard(ctx, { form, subjectId }) {
    if (deleteDraft(ctx.db, { userId: ctx.me.id, form, subjectId }))
      ctx.audit('draft.discarded', { subjectId: subjectId || form })
    return { ok: true }
  },
}

/** Whom a form is about that was begun; a name is nothing new to whoever began it. */
function aboutOf({ db }: ReadContext, { form, subjectId }: { form: string; subjectId: string }): About {
  const known = draftFormOf(form)
  for (const subject of known === null || subjectId === '' ? [] : DRAFT_FORMS[known]) {
    const studentId = findStudentIdOf(db, subject, subjectId)
    if (studentId === undefined) continue
    const student = studentId === null ? undefined : findStudent(db, studentId)
    return {
      subject,
      student: student ? { id: student.id, name: student.name, className: student.className } : null,
      caseId: findCaseIdOf(db, subject, subjectId) ?? null,
    }
  }
  return { subject: null, student: null, caseId: null }
}
type About = Pick<DraftLine, 'subject' | 'student' | 'caseId'>
