import { AppError } from '#contract/errors'
import type { PrintForm, PrintModel, prints } from '#contract/prints'
import type { Student } from '#contract/students'
import { CalendarDate } from '#contract/times'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { reportsHandlers } from '#core/reports'
import { getSetting } from '#core/settings'
import { findCase, findCasesByStudent } from '#db/repos/cases'
import { findConsents } from '#db/repos/consents'
import { findCrisis } from '#db/repos/crises'
import { findNoteByVisit } from '#db/repos/notes'
import { findReferral } from '#db/repos/referrals'
import type { Period } from '#db/repos/reports'
import { findRisks } from '#db/repos/risks'
import { findStudent } from '#db/repos/students'
import { findStudentIdOf } from '#db/repos/subjects'
import { findVisit } from '#db/repos/visits'

export const printsHandlers: Handlers<typeof prints> = {
  preview: async (ctx, { form, subjectId }) => ({ ...blank(ctx, form), ...(await CONTENT[form](ctx, subjectId)) }),
  record(ctx, { form, subjectId }) {
    ctx.audit('print.printed', { subjectId, studentId: studentOf(ctx, form, subjectId) })
    return { ok: true }
  },
}

const SUBJECT = { 'visit-record': 'visit', notice: 'student', 'crisis-report': 'crisis', referral: 'referral' } as const

type Content = (ctx: ReadContext, subjectId: string) => Partial<PrintModel> | Promise<Partial<PrintModel>>
const CONTENT: Record<PrintForm, Content> = {
  'visit-record': (ctx, visitId) => {
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
  notice: (ctx, studentId) => ({
    ...personOf(ctx, studentId),
    case: findCasesByStudent(ctx.db, studentId)[0] ?? null,
    consents: findConsents(ctx.db, studentId),
  }),
  'crisis-report': (ctx, crisisId) => {
    const crisis = found(findCrisis(ctx.db, crisisId), 'subjectId')
    return { ...personOf(ctx, crisis.studentId), crisis }
  },
  referral: (ctx, referralId) => {
    const referral = found(findReferral(ctx.db, referralId), 'subjectId')
    return { ...personOf(ctx, referral.studentId), referral, case: findCase(ctx.db, referral.caseId) ?? null }
  },
  'termly-report': async (ctx, subjectId) => ({ report: await reportsHandlers.termly(ctx, periodOf(subjectId)) }),
}

/** Whose paper it is; null for a report, which is about nobody. */
function studentOf(ctx: WriteContext, form: PrintForm, subjectId: string): string | null {
  if (form !== 'termly-report') return found(findStudentIdOf(ctx.db, SUBJECT[form], subjectId), 'subjectId')
  periodOf(subjectId)
  return null
}

/** The `from|to` of a termly report. */
function periodOf(subjectId: string): Period {
  const [from, to, ...more] = subjectId.split('|').map((date) => CalendarDate.safeParse(date).data)
  if (!from || !to || more.length > 0) throw new AppError('invalid', { field: 'subjectId', reason: 'period' })
  return { from, to }
}

/** The parts of a student that some paper shows; phones, address and remarks stay in the vault. */
const personOf = (ctx: ReadContext, studentId: string): { student: Student } => ({
  student: {
    ...found(findStudent(ctx.db, studentId), 'subjectId'),
    nationalNo: null,
    phone: null,
    address: null,
    dormitory: null,
    note: null,
    guardians: [],
  },
})

const blank = (ctx: ReadContext, form: PrintForm): PrintModel => {
  const { noticeText, noticeVersion } = getSetting(ctx.db, 'preferences')
  return {
    form,
    school: getSetting(ctx.db, 'school'),
    riskLabels: Object.fromEntries(getSetting(ctx.db, 'riskLevels').map(({ rank, label }) => [rank, label])),
    student: null,
    case: null,
    visit: null,
    note: null,
    risk: null,
    noticeText,
    noticeVersion,
    consents: [],
    crisis: null,
    referral: null,
    report: null,
    assessment: null,
    instrument: null,
    course: [],
    instruments: [],
    screening: null,
    practice: ctx.practice,
    printedBy: ctx.me.name,
    printedAt: ctx.localNow(),
  }
}
