import type { Contract } from '#contract/all'
import { acceptancesHandlers } from '#core/acceptances'
import { accountsHandlers } from '#core/accounts'
import { appointmentsHandlers } from '#core/appointments'
import { archivesHandlers } from '#core/archives'
import { assessmentsHandlers } from '#core/assessments'
import { attachmentsHandlers } from '#core/attachments'
import { auditHandlers } from '#core/audit'
import { casesHandlers } from '#core/cases'
import { aidHandlers } from '#core/aid'
import { conferencesHandlers } from '#core/conferences'
import { consentsHandlers } from '#core/consents'
import { contactsHandlers } from '#core/contacts'
import type { Handlers } from '#core/context'
import { crisesHandlers } from '#core/crises'
import { daysHandlers } from '#core/days'
import { declinesHandlers } from '#core/declines'
import { draftsHandlers } from '#core/drafts'
import { hoursHandlers } from '#core/hours'
import { followupsHandlers } from '#core/followups'
import { growthHandlers } from '#core/growth'
import { importsHandlers } from '#core/imports'
import { instrumentsHandlers } from '#core/instruments'
import { intakesHandlers } from '#core/intakes'
import { lettersHandlers } from '#core/letters'
import { notesHandlers } from '#core/notes'
import { observationsHandlers } from '#core/observations'
import { plansHandlers } from '#core/plans'
import { printsHandlers } from '#core/prints'
import { privatesHandlers } from '#core/privates'
import { referralsHandlers } from '#core/referrals'
import { reportsHandlers } from '#core/reports'
import { reviewsHandlers } from '#core/reviews'
import { revisionsHandlers } from '#core/revisions'
import { risksHandlers } from '#core/risks'
import { screeningsHandlers } from '#core/screenings'
import { settingsHandlers } from '#core/settings'
import { stagesHandlers } from '#core/stages'
import { studentsHandlers } from '#core/students'
import { supervisionHandlers } from '#core/supervision'
import { visitsHandlers } from '#core/visits'
import { waitsHandlers } from '#core/waits'

/** One handler for every call of the contract, but for those that the host answers. */
export const handlers: {
  [F in Exclude<keyof Contract, 'vault' | 'kiosk' | 'backups' | 'restores'>]: Handlers<Contract[F]>
} = {
  acceptances: acceptancesHandlers,
  accounts: accountsHandlers,
  appointments: appointmentsHandlers,
  archives: archivesHandlers,
  assessments: assessmentsHandlers,
  attachments: attachmentsHandlers,
  audit: auditHandlers,
  cases: casesHandlers,
  aid: aidHandlers,
  conferences: conferencesHandlers,
  consents: consentsHandlers,
  contacts: contactsHandlers,
  crises: crisesHandlers,
  days: daysHandlers,
  declines: declinesHandlers,
  drafts: draftsHandlers,
  followups: followupsHandlers,
  growth: growthHandlers,
  hours: hoursHandlers,
  imports: importsHandlers,
  instruments: instrumentsHandlers,
  intakes: intakesHandlers,
  letters: lettersHandlers,
  notes: notesHandlers,
  observations: observationsHandlers,
  plans: plansHandlers,
  prints: printsHandlers,
  privates: privatesHandlers,
  referrals: referralsHandlers,
  reports: reportsHandlers,
  reviews: reviewsHandlers,
  revisions: revisionsHandlers,
  risks: risksHandlers,
  screenings: screeningsHandlers,
  settings: settingsHandlers,
  stages: stagesHandlers,
  students: studentsHandlers,
  supervision: supervisionHandlers,
  visits: visitsHandlers,
  waits: waitsHandlers,
}
