import type { drafts } from '#contract/drafts'
import type { Handlers } from '#core/context'
import { deleteDraft, findDraft, findDrafts, putDraft } from '#db/repos/drafts'

export const draftsHandlers: Handlers<typeof drafts> = {
  get: (ctx, key) => findDraft(ctx.db, { ...key, userId: ctx.me.id }) ?? null,
  list: (ctx) => findDrafts(ctx.db, ctx.me.id),
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
