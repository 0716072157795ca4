import type { ComponentType } from 'react'
import type { PrintForm, PrintModel } from '#contract/prints'
import { AuditWitnessForm } from '#forms/AuditWitnessForm'
import { BackupCertificateForm } from '#forms/BackupCertificateForm'
import { CrisisReportForm } from '#forms/CrisisReportForm'
import { InstrumentListForm } from '#forms/InstrumentListForm'
import { NoticeForm } from '#forms/NoticeForm'
import { ReferralForm } from '#forms/ReferralForm'
import { ScreeningSummaryForm } from '#forms/ScreeningSummaryForm'
import { TermlyReportForm } from '#forms/TermlyReportForm'
import { TestExplanationForm } from '#forms/TestExplanationForm'
import { TestResultForm } from '#forms/TestResultForm'
import { TestResultStudentForm } from '#forms/TestResultStudentForm'
import { VisitRecordForm } from '#forms/VisitRecordForm'

type Props = { model: PrintModel; hideBelow?: number }
const FORMS: Record<PrintForm, ComponentType<Props>> = {
  'visit-record': VisitRecordForm,
  notice: NoticeForm,
  'crisis-report': CrisisReportForm,
  referral: ReferralForm,
  'termly-report': TermlyReportForm,
  'test-explanation': TestExplanationForm,
  'test-result': TestResultForm,
  'test-result-student': TestResultStudentForm,
  'instrument-list': InstrumentListForm,
  'screening-summary': ScreeningSummaryForm,
  'backup-certificate': BackupCertificateForm,
  'audit-witness': AuditWitnessForm,
}

/** The form that a model is printed on; `hideBelow` is for the report alone. */
export function Paper(props: Props) {
  const Form = FORMS[props.model.form]
  return <Form {...props} />
}
