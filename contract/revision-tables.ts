/** Records of which earlier states are kept for a while; those in `BIN_KINDS` go into a bin instead of being deleted. */
export const REVISION_KINDS = [
  'student',
  'visit',
  'consent',
  'referral',
  'crisis',
  'followup',
  'letter',
  'observation',
  'person',
  'contact',
  'conference',
  'stage',
  'growth',
  'attachment',
  'aid',
  'hardship',
  'review',
  'acceptance',
  'decline',
] as const
export type RevisionKind = (typeof REVISION_KINDS)[number]
export const BIN_KINDS = [
  'letter',
  'observation',
  'person',
  'contact',
  'conference',
  'growth',
  'attachment',
  'aid',
  'acceptance',
  'decline',
] as const satisfies readonly RevisionKind[]
/** So long an earlier state can be brought back. */
export const REVISION_DAYS = 90
