import { AppError } from '#contract/errors'
import type { Case } from '#contract/cases'
import { papersOf } from '#core/archives'
import { logsToLookAt } from '#core/cases/destroy'
import type { ReadContext } from '#core/context'
import { found } from '#core/found'
import { courseOf } from '#core/plans'
import { findArchivedBetween, findArchiveOf } from '#db/repos/archives'
import { findCaseVisits } from '#db/repos/case-course'
import { findCase } from '#db/repos/cases'
import { findFollowupsByCase } from '#db/repos/followups'
import { findGrowth } from '#db/repos/growth'
import { findStudentIdOf } from '#db/repos/subjects'
import type { PaperContent, PaperKind, PaperKinds } from './content.ts'
import { periodOf } from './period-of.ts'
import { personOf } from './person-of.ts'

const studentOf: PaperKind['studentOf'] = (ctx, id) => found(findStudentIdOf(ctx.db, 'case', id), 'subjectId')
/** A paper about one case, read as the case is. */
const ofCase = (more: (ctx: ReadContext, one: Case) => PaperContent): PaperKind => ({
  readAs: 'case',
  studentOf,
  content(ctx, caseId) {
    const one = found(findCase(ctx.db, caseId), 'subjectId')
    return { ...personOf(ctx, one.studentId), case: one, ...more(ctx, one) }
  },
})

/** Papers of the way of a case, from its follow-ups to its end in the archive. */
export const casePapers: PaperKinds<
  'followups' | 'closure' | 'termination' | 'growth' | 'archive-list' | 'file-checklist' | 'destruction'
> = {
  followups: ofCase((ctx, { id }) => ({ followups: findFollowupsByCase(ctx.db, id) })),
  closure: ofCase((ctx, one) => ({
    caseCounts: countsOf(ctx, one),
    goals: courseOf(ctx.db, one.id),
    followups: findFollowupsByCase(ctx.db, one.id).filter(({ state }) => state === 'due'),
  })),
  termination: ofCase((ctx, one) => {
    if (one.closeReason !== 'relation-overstepped') throw new AppError('conflict', { reason: 'not-terminated' })
    return { caseCounts: countsOf(ctx, one) }
  }),
  growth: {
    readAs: 'student',
    studentOf: (ctx, id) => found(findStudentIdOf(ctx.db, 'student', id), 'subjectId'),
    content(ctx, studentId) {
      const all = findGrowth(ctx.db, studentId)
      const entries = all.filter(({ isShareable }) => isShareable).toReversed()
      return { ...personOf(ctx, studentId), growth: { entries, leftOut: all.length - entries.length } }
    },
  },
  'archive-list': {
    studentOf: (_ctx, subjectId) => {
      periodOf(subjectId)
      return null
    },
    content(ctx, subjectId) {
      const period = periodOf(subjectId)
      return { period, archiveLines: findArchivedBetween(ctx.db, period.from, period.to) }
    },
  },
  'file-checklist': ofCase((ctx, { id }) => ({
    archive: findArchiveOf(ctx.db, id) ?? null,
    papers: papersOf(ctx, id),
  })),
  destruction: ofCase((ctx, one) => {
    const archive = findArchiveOf(ctx.db, one.id)
    if (!archive?.destruction) throw new AppError('conflict', { reason: 'not-destroyed' })
    const logs = logsToLookAt(ctx, one).map(({ remarks: _remarks, ...log }) => log)
    return { archive, caseCounts: countsOf(ctx, one), logsToLookAt: logs }
  }),
}

function countsOf({ db }: ReadContext, { id }: Case): PaperContent['caseCounts'] {
  const visits = findCaseVisits(db, id)
  return { visits: visits.length, firstOn: visits[0]?.onDay ?? null, lastOn: visits.at(-1)?.onDay ?? null }
}
