import { accounts } from '#contract/accounts'
import { appointments } from '#contract/appointments'
import { assessments } from '#contract/assessments'
import { audit } from '#contract/audit'
import { backups } from '#contract/backups'
import { cases } from '#contract/cases'
import { consents } from '#contract/consents'
import { crises } from '#contract/crises'
import { drafts } from '#contract/drafts'
import { hours } from '#contract/hours'
import { imports } from '#contract/imports'
import { instruments } from '#contract/instruments'
import { intakes } from '#contract/intakes'
import { kiosk } from '#contract/kiosk'
import { notes } from '#contract/notes'
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
import { students } from '#contract/students'
import { supervision } from '#contract/supervision'
import { vault } from '#contract/vault'
import { visits } from '#contract/visits'
import { waits } from '#contract/waits'

/** Every call there is. One line per feature. */
export const contract = {
  accounts,
  appointments,
  assessments,
  audit,
  backups,
  cases,
  consents,
  crises,
  drafts,
  hours,
  imports,
  instruments,
  intakes,
  kiosk,
  notes,
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
  students,
  supervision,
  vault,
  visits,
  waits,
}
export type Contract = typeof contract
