import type { PrintForm, PrintModel, prints } from '#contract/prints'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { refuseOthers } from '#core/ownership'
import { getSetting } from '#core/settings'
import { carePapers } from './prints/care-papers.ts'
import { consentPapers } from './prints/consent-papers.ts'
import { casePapers } from './prints/case-papers.ts'
import { contactPapers } from './prints/contact-papers.ts'
import type { PaperKinds } from './prints/content.ts'
import { dayPapers } from './prints/day-papers.ts'
import { hourPapers } from './prints/hour-papers.ts'
import { planPapers } from './prints/plan-papers.ts'
import { testPapers } from './prints/test-papers.ts'
import { trustPapers } from './prints/trust-papers.ts'

const PAPERS: PaperKinds<PrintForm> = {
  ...carePapers,
  ...consentPapers,
  ...casePapers,
  ...contactPapers,
  ...dayPapers,
  ...hourPapers,
  ...planPapers,
  ...testPapers,
  ...trustPapers,
}

const SLIP: PrintForm = 'appointment-slip'

export const printsHandlers: Handlers<typeof prints> = {
  async preview(ctx, { form, subjectId }) {
    refuseOthersPaper(ctx, form, subjectId)
    return { ...blank(ctx, form), ...(await PAPERS[form].content(ctx, subjectId)) }
  },
  record(ctx, { form, subjectId }) {
    refuseOthersPaper(ctx, form, subjectId)
    return printed(ctx, form, subjectId)
  },
  previewSlip: async (ctx, { visitId }) => ({
    ...blank(ctx, SLIP),
    ...(await PAPERS[SLIP].content(ctx, visitId)),
  }),
  recordSlip: (ctx, { subjectId }) => printed(ctx, SLIP, subjectId),
}

function printed(ctx: WriteContext, form: PrintForm, subjectId: string) {
  ctx.audit('print.printed', { subjectId, studentId: PAPERS[form].studentOf(ctx, subjectId) })
  return { ok: true as const }
}

/** A paper is read like the record it shows. */
function refuseOthersPaper(ctx: ReadContext | WriteContext, form: PrintForm, subjectId: string): void {
  const { readAs } = PAPERS[form]
  if (readAs) refuseOthers(ctx, 'reason', readAs, subjectId)
}

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
    attachment: null,
    crisis: null,
    referral: null,
    report: null,
    assessment: null,
    instrument: null,
    course: [],
    instruments: [],
    period: null,
    screening: null,
    proof: null,
    conference: null,
    observation: null,
    contactLog: null,
    letterbox: null,
    witnesses: [],
    followups: [],
    caseCounts: null,
    growth: null,
    archive: null,
    papers: [],
    archiveLines: [],
    logsToLookAt: [],
    intake: null,
    plan: null,
    goals: [],
    review: null,
    stage: null,
    slip: null,
    register: [],
    hours: null,
    handovers: [],
    dayLog: null,
    aidSlip: null,
    practice: ctx.practice,
    printedBy: ctx.me.name,
    printedAt: ctx.localNow(),
  }
}
