import type { Contract } from '#contract/all'
import type { RevisionKind } from '#contract/revision-tables'

/** What is out of date on the screen once an earlier state was brought back. */
export const TOUCHED: Record<RevisionKind, readonly (keyof Contract)[]> = {
  student: ['revisions', 'students'],
  visit: ['revisions', 'visits', 'students', 'appointments'],
  consent: ['revisions', 'consents', 'students'],
  referral: ['revisions', 'referrals', 'students'],
  crisis: ['revisions', 'crises', 'students'],
  followup: ['revisions', 'followups', 'cases'],
  letter: ['revisions', 'letters'],
  observation: ['revisions', 'observations'],
  person: ['revisions', 'contacts'],
  contact: ['revisions', 'contacts', 'students'],
  conference: ['revisions', 'conferences', 'students'],
  stage: ['revisions', 'stages', 'students'],
  growth: ['revisions', 'growth'],
  acceptance: ['revisions', 'acceptances', 'students'],
  decline: ['revisions', 'declines', 'students', 'waits', 'acceptances', 'screenings', 'followups', 'cases', 'reviews'],
  attachment: ['revisions', 'attachments'],
  aid: ['revisions', 'aid', 'students'],
  hardship: ['revisions', 'aid', 'students'],
  review: ['revisions', 'reviews', 'plans', 'cases', 'students'],
}
