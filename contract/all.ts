import { assessments } from '#contract/assessments'
import { audit } from '#contract/audit'
import { cases } from '#contract/cases'
import { consents } from '#contract/consents'
import { crises } from '#contract/crises'
import { drafts } from '#contract/drafts'
import { imports } from '#contract/imports'
import { instruments } from '#contract/instruments'
import { kiosk } from '#contract/kiosk'
import { notes } from '#contract/notes'
import { prints } from '#contract/prints'
import { referrals } from '#contract/referrals'
import { reports } from '#contract/reports'
import { risks } from '#contract/risks'
import { screenings } from '#contract/screenings'
import { settings } from '#contract/settings'
import { students } from '#contract/students'
import { vault } from '#contract/vault'
import { visits } from '#contract/visits'

/** Every call there is. One line per feature. */
export const contract = {
  assessments,
  audit,
  cases,
  consents,
  crises,
  drafts,
  imports,
  instruments,
  kiosk,
  notes,
  prints,
  referrals,
  reports,
  risks,
  screenings,
  settings,
  students,
  vault,
  visits,
}
export type Contract = typeof contract
