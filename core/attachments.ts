import { attachmentTypeOf, MOST_ATTACHMENT_BYTES } from '#contract/attachment-files'
import type { attachments } from '#contract/attachments'
import type { AttachmentAbout } from '#contract/code-tables'
import { AppError } from '#contract/errors'
import type { Subject } from '#contract/procedure'
import type { Handlers, WriteContext } from '#core/context'
import { found } from '#core/found'
import { checkSubjects } from '#core/gatekeeping'
import {
  bytesOf,
  discardAttachment,
  findAttachment,
  findAttachments,
  findContent,
  insertAttachment,
  isContentWhole,
  updateAttachment,
} from '#db/repos/attachments'
import { withoutTraces } from './attachments/traces.ts'

export const attachmentsHandlers: Handlers<typeof attachments> = {
  list: (ctx, { studentId, of }) => findAttachments(ctx.db, studentId, of),
  add(ctx, { id, studentId, about, aboutId, fields, content }) {
    refuseOtherChild(ctx, studentId, about, aboutId)
    const { bytes, type, turned } = asKept(content)
    const row = { ...fields, id, studentId, about, aboutId, type, turned, enteredBy: ctx.me.id, enteredAt: ctx.now() }
    insertAttachment(ctx.db, row, bytes)
    ctx.audit('attachment.added', { subjectId: id, studentId })
    return found(findAttachment(ctx.db, id), 'attachmentId')
  },
  content(ctx, { attachmentId, from }) {
    const { bytes } = found(findAttachment(ctx.db, attachmentId), 'attachmentId')
    if (from >= bytes) throw new AppError('invalid', { field: 'from', reason: 'beyond-end' })
    return {
      ...findContent(ctx.db, attachmentId, from),
      isWhole: from > 0 || isContentWhole(ctx.db, attachmentId),
    }
  },
  change(ctx, { attachmentId, studentId, fields, turned }) {
    found(findAttachment(ctx.db, attachmentId), 'attachmentId')
    updateAttachment(ctx.db, attachmentId, { ...fields, turned })
    ctx.audit('attachment.changed', { subjectId: attachmentId, studentId })
    return found(findAttachment(ctx.db, attachmentId), 'attachmentId')
  },
  discard(ctx, { attachmentId, studentId, reason }) {
    found(findAttachment(ctx.db, attachmentId), 'attachmentId')
    discardAttachment(ctx.db, attachmentId, ctx.now(), reason)
    ctx.audit('attachment.discarded', { subjectId: attachmentId, studentId })
    return { ok: true }
  },
}

/** The file as it goes into the vault: of a type that we keep, told by its bytes, and without what a camera wrote into it. */
function asKept(content: string) {
  const bytes = bytesOf(content)
  if (!bytes) throw refusal('broken')
  if (bytes.length === 0) throw refusal('empty')
  if (bytes.length > MOST_ATTACHMENT_BYTES) throw refusal('too-large')
  const type = attachmentTypeOf(bytes)
  if (type === null) throw refusal('unknown-type')
  const kept = withoutTraces(bytes, type)
  if (!kept) throw refusal('broken')
  return { type, ...kept }
}
const refusal = (reason: string): AppError => new AppError('invalid', { field: 'content', reason })

const SUBJECT_OF: Record<Exclude<AttachmentAbout, 'archive'>, Subject> = {
  student: 'student',
  case: 'case',
  visit: 'visit',
  consent: 'consent',
  referral: 'referral',
  crisis: 'crisis',
  contact: 'contact',
  conference: 'conference',
  letter: 'letter',
  observation: 'observation',
}
/** The record it belongs to is of the same child. */
function refuseOtherChild(ctx: WriteContext, studentId: string, about: AttachmentAbout, aboutId: string): void {
  const subject = about === 'archive' ? 'case' : SUBJECT_OF[about]
  if (checkSubjects(ctx.db, [subject], { [`${subject}Id`]: aboutId }) !== studentId)
    throw new AppError('conflict', { field: 'aboutId', reason: 'wrong-student' })
}
