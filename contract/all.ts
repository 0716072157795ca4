import { accounts } from '#contract/accounts'
import { assessments } from '#contract/assessments'
import { audit } from '#contract/audit'
import { backups } from '#contract/backups'
import { cases } from '#contract/cases'
import { consents } from '#contract/consents'
import { crises } from '#contract/crises'
import { drafts } from '#contract/drafts'
import { imports } from '#contract/imports'
import { instruments } from '#contract/instruments'
import { kiosk } from '#contract/kiosk'
import { notes } from '#contract/notes'
import { prints } from '#contract/prints'
import { privates } from '#contract/privates'
import { referrals } from '#contract/referrals'
import { reports } from '#contract/reports'
import { restores } from '#contract/restores'
import { risks } from '#contract/risks'
import { screenings } from '#contract/screenings'
import { settings } from '#contract/settings'
import { students } from '#contract/students'
import { supervision } from '#contract/supervision'
import { vault } from '#contract/vault'
import { visits } from '#contract/visits'

/** Every call there is. One line per feature. */
export const contract = {
  accounts,
  assessments,
  audit,
  backups,
  cases,
  consents,
  crises,
  drafts,
  imports,
  instruments,
  kiosk,
  notes,
  prints,
  privates,
  referrals,
  reports,
  restores,
  risks,
  screenings,
  settings,
  students,
  supervision,
  vault,
  visits,
}
export type Contract = typeof contract
