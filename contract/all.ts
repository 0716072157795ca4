import { acceptances } from '#contract/acceptances'
import { accounts } from '#contract/accounts'
import { appointments } from '#contract/appointments'
import { archives } from '#contract/archives'
import { assessments } from '#contract/assessments'
import { attachments } from '#contract/attachments'
import { audit } from '#contract/audit'
import { backups } from '#contract/backups'
import { cases } from '#contract/cases'
import { aid } from '#contract/aid'
import { conferences } from '#contract/conferences'
import { consents } from '#contract/consents'
import { contacts } from '#contract/contacts'
import { crises } from '#contract/crises'
import { days } from '#contract/days'
import { declines } from '#contract/declines'
import { drafts } from '#contract/drafts'
import { hours } from '#contract/hours'
import { followups } from '#contract/followups'
import { growth } from '#contract/growth'
import { imports } from '#contract/imports'
import { instruments } from '#contract/instruments'
import { intakes } from '#contract/intakes'
import { kiosk } from '#contract/kiosk'
import { letters } from '#contract/letters'
import { notes } from '#contract/notes'
import { observations } from '#contract/observations'
import { plans } from '#contract/plans'
import { prints } from '#contract/prints'
import { privates } from '#contract/privates'
import { referrals } from '#contract/referrals'
import { reports } from '#contract/reports'
import { restores } from '#contract/restores'
import { reviews } from '#contract/reviews'
import { revisions } from '#contract/revisions'
import { risks } from '#contract/risks'
import { screenings } from '#contract/screenings'
import { settings } from '#contract/settings'
import { stages } from '#contract/stages'
import { students } from '#contract/students'
import { supervision } from '#contract/supervision'
import { vault } from '#contract/vault'
import { visits } from '#contract/visits'
import { waits } from '#contract/waits'

/** Every call there is. One line per feature. */
export const contract = {
  acceptances,
  accounts,
  appointments,
  archives,
  assessments,
  attachments,
  audit,
  backups,
  cases,
  aid,
  conferences,
  consents,
  contacts,
  crises,
  days,
  declines,
  drafts,
  followups,
  growth,
  hours,
  imports,
  instruments,
  intakes,
  kiosk,
  letters,
  notes,
  observations,
  plans,
  prints,
  privates,
  referrals,
  reports,
  restores,
  reviews,
  revisions,
  risks,
  screenings,
  settings,
  stages,
  students,
  supervision,
  vault,
  visits,
  waits,
}
export type Contract = typeof contract
