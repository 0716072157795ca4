import type { ComponentType } from 'react'
import type { PrintForm, PrintModel } from '#contract/prints'
import { AidSlipForm } from '#forms/AidSlipForm'
import { AppointmentRegisterForm } from '#forms/AppointmentRegisterForm'
import { AppointmentSlipForm } from '#forms/AppointmentSlipForm'
import { AttachmentForm } from '#forms/AttachmentForm'
import { AuditWitnessForm } from '#forms/AuditWitnessForm'
import { BackupCertificateForm } from '#forms/BackupCertificateForm'
import { ConferenceForm } from '#forms/ConferenceForm'
import { ContactLogForm } from '#forms/ContactLogForm'
import { CrisisReportForm } from '#forms/CrisisReportForm'
import { ArchiveListForm } from '#forms/ArchiveListForm'
import { ClosureForm } from '#forms/ClosureForm'
import { DailyLogForm } from '#forms/DailyLogForm'
import { DestructionForm } from '#forms/DestructionForm'
import { FileChecklistForm } from '#forms/FileChecklistForm'
import { GrowthForm } from '#forms/GrowthForm'
import { TerminationForm } from '#forms/TerminationForm'
import { FollowupsForm } from '#forms/FollowupsForm'
import { FeedbackForm } from '#forms/FeedbackForm'
import { InstrumentListForm } from '#forms/InstrumentListForm'
import { IntakeForm } from '#forms/IntakeForm'
import { LetterboxForm } from '#forms/LetterboxForm'
import { NoticeForm } from '#forms/NoticeForm'
import { OpeningHoursForm } from '#forms/OpeningHoursForm'
import { PlanForm } from '#forms/PlanForm'
import { ObservationForm } from '#forms/ObservationForm'
import { ReferralForm } from '#forms/ReferralForm'
import { ReviewForm } from '#forms/ReviewForm'
import { RosterForm } from '#forms/RosterForm'
import { ScreeningSummaryForm } from '#forms/ScreeningSummaryForm'
import { SignedPaperForm } from '#forms/SignedPaperForm'
import { StageForm } from '#forms/StageForm'
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
  conference: ConferenceForm,
  'conference-parents': ConferenceForm,
  'contact-log': ContactLogForm,
  letterbox: LetterboxForm,
  observation: ObservationForm,
  'termly-report': TermlyReportForm,
  'test-explanation': TestExplanationForm,
  'test-result': TestResultForm,
  'test-result-student': TestResultStudentForm,
  'instrument-list': InstrumentListForm,
  'screening-summary': ScreeningSummaryForm,
  'backup-certificate': BackupCertificateForm,
  'audit-witness': AuditWitnessForm,
  'appointment-slip': AppointmentSlipForm,
  'appointment-register': AppointmentRegisterForm,
  roster: RosterForm,
  'opening-hours': OpeningHoursForm,
  'daily-log': DailyLogForm,
  'aid-slip': AidSlipForm,
  confidentiality: SignedPaperForm,
  'work-agreement': SignedPaperForm,
  'recording-consent': SignedPaperForm,
  attachment: AttachmentForm,
  intake: IntakeForm,
  plan: PlanForm,
  review: ReviewForm,
  stage: StageForm,
  feedback: FeedbackForm,
  followups: FollowupsForm,
  closure: ClosureForm,
  termination: TerminationForm,
  growth: GrowthForm,
  'archive-list': ArchiveListForm,
  'file-checklist': FileChecklistForm,
  destruction: DestructionForm,
}

/** The form that a model is printed on; `hideBelow` is for the report alone. */
export function Paper(props: Props) {
  const Form = FORMS[props.model.form]
  return <Form {...props} />
}
