import { AppError } from '#contract/errors'
import type { PaperTexts } from '#contract/consents'
import type { Subject } from '#contract/procedure'
import { paperTextsOf } from '#core/consents'
import { found } from '#core/found'
import { findAttachment } from '#db/repos/attachments'
import { findConsents } from '#db/repos/consents'
import { findStudentIdOf } from '#db/repos/subjects'
import type { PaperKind, PaperKinds } from './content.ts'
import { newestCaseOf, personOf } from './person-of.ts'

const ownerOf =
  (subject: Extract<Subject, 'student' | 'attachment'>): PaperKind['studentOf'] =>
  (ctx, id) =>
    found(findStudentIdOf(ctx.db, subject, id), 'subjectId')

const toBeSigned = (text: keyof PaperTexts): PaperKind => ({
  studentOf: ownerOf('student'),
  content(ctx, studentId) {
    const { text: noticeText, version: noticeVersion } = paperTextsOf(ctx)[text]
    return {
      ...personOf(ctx, studentId),
      case: newestCaseOf(ctx, studentId),
      consents: findConsents(ctx.db, studentId),
      noticeText,
      noticeVersion,
    }
  },
})

/** Papers that student, guardian and counselor sign (F04–F06), and what was signed or brought. */
export const consentPapers: PaperKinds<'confidentiality' | 'work-agreement' | 'recording-consent' | 'attachment'> = {
  confidentiality: toBeSigned('confidentiality'),
  'work-agreement': toBeSigned('agreement'),
  'recording-consent': toBeSigned('recording'),
  attachment: {
    readAs: 'attachment',
    studentOf: ownerOf('attachment'),
    content(ctx, attachmentId) {
      const attachment = findAttachment(ctx.db, attachmentId)
      if (!attachment) throw new AppError('not-found', { field: 'subjectId' })
      const { studentId } = attachment
      return { ...personOf(ctx, studentId), attachment, case: newestCaseOf(ctx, studentId) }
    },
  },
}
