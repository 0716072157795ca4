import { found } from '#core/found'
import { findCase } from '#db/repos/cases'
import { findFollowupsByCase } from '#db/repos/followups'
import { findStudentIdOf } from '#db/repos/subjects'
import type { PaperKind, PaperKinds } from './content.ts'
import { personOf } from './person-of.ts'

const ownerOf: PaperKind['studentOf'] = (ctx, id) => found(findStudentIdOf(ctx.db, 'case', id), 'subjectId')

/** Papers of the way of a case. */
export const casePapers: PaperKinds<'followups'> = {
  followups: {
    readAs: 'case',
    studentOf: ownerOf,
    content(ctx, caseId) {
      const one = found(findCase(ctx.db, caseId), 'subjectId')
      return { ...personOf(ctx, one.studentId), case: one, followups: findFollowupsByCase(ctx.db, caseId) }
    },
  },
}
