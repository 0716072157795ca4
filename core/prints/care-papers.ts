import type { Subject } from '#contract/procedure'
import { found } from '#core/found'
import { reportsHandlers } from '#core/reports'
import { findCase } from '#db/repos/cases'
import { findConsents } from '#db/repos/consents'
import { findCrisis } from '#db/repos/crises'
import { findNoteByVisit } from '#db/repos/notes'
import { findReferral } from '#db/repos/referrals'
import { findRisks } from '#db/repos/risks'
import { findStudentIdOf } from '#db/repos/subjects'
import { findVisit } from '#db/repos/visits'
import type { PaperKind, PaperKinds } from './content.ts'
import { periodOf } from './period-of.ts'
import { newestCaseOf, personOf } from './person-of.ts'

const ownerOf =
  (subject: Subject): PaperKind['studentOf'] =>
  (ctx, id) =>
    found(findStudentIdOf(ctx.db, subject, id), 'subjectId')

/** Papers of visits, crises and referrals, and the report of a term. */
export const carePapers: PaperKinds<'visit-record' | 'notice' | 'crisis-report' | 'referral' | 'termly-report'> = {
  'visit-record': {
    readAs: 'visit',
    studentOf: ownerOf('visit'),
    content(ctx, visitId) {
      const visit = found(findVisit(ctx.db, visitId), 'subjectId')
      const note = findNoteByVisit(ctx.db, visitId) ?? null
      const until = note?.signedAt ?? ctx.now()
      return {
        ...personOf(ctx, visit.studentId),
        visit,
        note,
        case: findCase(ctx.db, visit.caseId) ?? null,
        risk: findRisks(ctx.db, visit.studentId).find(({ enteredAt }) => enteredAt <= until) ?? null,
      }
    },
  },
  notice: {
    studentOf: ownerOf('student'),
    content: (ctx, studentId) => ({
      ...personOf(ctx, studentId),
      case: newestCaseOf(ctx, studentId),
      consents: findConsents(ctx.db, studentId),
    }),
  },
  'crisis-report': {
    studentOf: ownerOf('crisis'),
    content(ctx, crisisId) {
      const crisis = found(findCrisis(ctx.db, crisisId), 'subjectId')
      return { ...personOf(ctx, crisis.studentId), crisis }
    },
  },
  referral: {
    readAs: 'referral',
    studentOf: ownerOf('referral'),
    content(ctx, referralId) {
      const referral = found(findReferral(ctx.db, referralId), 'subjectId')
      return { ...personOf(ctx, referral.studentId), referral, case: findCase(ctx.db, referral.caseId) ?? null }
    },
  },
  'termly-report': {
    studentOf: (_ctx, subjectId) => {
      periodOf(subjectId)
      return null
    },
    content: async (ctx, subjectId) => ({ report: await reportsHandlers.termly(ctx, periodOf(subjectId)) }),
  },
}
