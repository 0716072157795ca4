import { lazy, Suspense } from 'react'
import type { ComponentType } from 'react'
import { closeDialog, useDialogs } from '#lib/dialogs'
import type { DialogKind, DialogOf, DialogProps, DialogRequest } from '#lib/dialogs'

const dialog = <P extends object, N extends string>(name: N, load: () => Promise<{ [K in N]: ComponentType<P> }>) =>
  lazy(() => load().then((file) => ({ default: file[name] })))

/** The dialog of each kind, lazily loaded: one line per kind. */
const dialogs: { [K in DialogKind]?: ComponentType<DialogProps<DialogOf<K>>> } = {
  revisions: dialog('RevisionsDialog', () => import('#features/revisions/RevisionsDialog')),
  student: dialog('StudentDialog', () => import('#features/students/StudentDialog')),
  visit: dialog('VisitDialog', () => import('#features/visits/VisitDialog')),
  'visit-facts': dialog('VisitFactsDialog', () => import('#features/visits/VisitFactsDialog')),
  rebook: dialog('RebookDialog', () => import('#features/visits/RebookDialog')),
  wait: dialog('WaitRoom', () => import('./WaitRoom.tsx')),
  'visit-off': dialog('VisitOffDialog', () => import('#features/visits/VisitOffDialog')),
  consent: dialog('ConsentDialog', () => import('#features/consents/ConsentDialog')),
  attachments: dialog('AttachmentsDialog', () => import('#features/attachments/AttachmentsDialog')),
  attachment: dialog('AttachmentSheet', () => import('#features/attachments/AttachmentSheet')),
  risk: dialog('RiskDialog', () => import('#features/risks/RiskDialog')),
  task: dialog('TaskDialog', () => import('#features/assessments/TaskDialog')),
  contact: dialog('ContactDialog', () => import('#features/contacts/ContactDialog')),
  'contact-sheet': dialog('ContactSheet', () => import('#features/contacts/ContactSheet')),
  'contact-log': dialog('ContactLogSheet', () => import('#features/contacts/ContactLogSheet')),
  person: dialog('PersonDialog', () => import('#features/contacts/PersonDialog')),
  'first-feedback': dialog('FeedbackDialog', () => import('#features/contacts/FeedbackDialog')),
  letter: dialog('LetterDialog', () => import('#features/letters/LetterDialog')),
  'letter-sheet': dialog('LetterSheet', () => import('#features/letters/LetterSheet')),
  observation: dialog('ObservationDialog', () => import('#features/observations/ObservationDialog')),
  'observation-sheet': dialog('ObservationSheet', () => import('#features/observations/ObservationSheet')),
  aid: dialog('AidDialog', () => import('#features/aid/AidDialog')),
  'aid-sheet': dialog('AidSheet', () => import('#features/aid/AidSheet')),
  hardship: dialog('HardshipDialog', () => import('#features/aid/HardshipDialog')),
  acceptance: dialog('AcceptanceDialog', () => import('#features/acceptances/AcceptanceDialog')),
  'acceptance-sheet': dialog('AcceptanceSheet', () => import('#features/acceptances/AcceptanceSheet')),
  decline: dialog('DeclineDialog', () => import('#features/declines/DeclineDialog')),
  'decline-sheet': dialog('DeclineSheet', () => import('#features/declines/DeclineSheet')),
  entry: dialog('EntryDialog', () => import('#features/cases/EntryDialog')),
  conference: dialog('ConferenceDialog', () => import('#features/conferences/ConferenceDialog')),
  'conference-month': dialog('MonthDialog', () => import('#features/conferences/MonthDialog')),
  stage: dialog('StageDialog', () => import('#features/stages/StageDialog')),
  'stage-deliver': dialog('DeliverDialog', () => import('#features/stages/DeliverDialog')),
  crisis: dialog('CrisisStarter', () => import('#features/crises/CrisisStarter')),
  referral: dialog('ReferralDialog', () => import('#features/referrals/ReferralDialog')),
  review: dialog('ReviewDialog', () => import('#features/reviews/ReviewDialog')),
  return: dialog('ReturnDialog', () => import('#features/referrals/ReturnDialog')),
  competence: dialog('CompetenceDialog', () => import('#features/instruments/CompetenceDialog')),
  assessment: dialog('TestDialog', () => import('#features/assessments/TestDialog')),
  'close-case': dialog('CloseCaseDialog', () => import('#features/cases/CloseCaseDialog')),
  growth: dialog('GrowthDialog', () => import('#features/growth/GrowthDialog')),
  archive: dialog('ArchiveDialog', () => import('#features/archives/ArchiveDialog')),
  destroy: dialog('DestroyDialog', () => import('#features/archives/DestroyDialog')),
  'followup-plan': dialog('PlanFollowups', () => import('#features/followups/PlanFollowups')),
  followup: dialog('FollowupDialog', () => import('#features/followups/FollowupDialog')),
  declaration: dialog('DeclareDialog', () => import('#features/cases/DeclareDialog')),
  stability: dialog('StabilityDialog', () => import('#features/cases/StabilityDialog')),
  'day-end': dialog('DayEndDialog', () => import('#features/today/DayEndDialog')),
  'intake-reopening': dialog('ReopenIntake', () => import('#features/intakes/ReopenIntake')),
  transfer: dialog('TransferDialog', () => import('#features/cases/TransferDialog')),
}

export function Dialogs() {
  const { open } = useDialogs()
  const Dialog = open && (dialogs[open.kind] as ComponentType<DialogProps<DialogRequest>> | undefined)
  return (
    <Suspense fallback={null}>
      {Dialog && <Dialog key={JSON.stringify(open)} request={open} onClose={closeDialog} />}
    </Suspense>
  )
}
