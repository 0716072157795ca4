import type { ComponentType } from 'react'
import type { PrintForm, PrintModel } from '#contract/prints'
import { CrisisReportForm } from '#forms/CrisisReportForm'
import { NoticeForm } from '#forms/NoticeForm'
import { ReferralForm } from '#forms/ReferralForm'
import { TermlyReportForm } from '#forms/TermlyReportForm'
import { VisitRecordForm } from '#forms/VisitRecordForm'

const FORMS: Record<PrintForm, ComponentType<{ model: PrintModel }>> = {
  'visit-record': VisitRecordForm,
  notice: NoticeForm,
  'crisis-report': CrisisReportForm,
  referral: ReferralForm,
  'termly-report': TermlyReportForm,
}

/** The form that a model is printed on. */
export function Paper({ model }: { model: PrintModel }) {
  const Form = FORMS[model.form]
  return <Form model={model} />
}
