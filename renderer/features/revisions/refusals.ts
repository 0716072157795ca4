import type { AppError } from '#contract/errors'

/** Why an earlier state, or what was thrown away, does not come back. */
const REFUSALS: Record<string, string> = {
  'too-late': 'revisions.tooLate',
  'has-note': 'revisions.hasNote',
  'not-yours': 'revisions.notYours',
  'reopen-instead': 'revisions.reopenInstead',
  'number-taken': 'revisions.numberTaken',
  'receiver-left': 'revisions.receiverLeft',
  'reason-needed': 'revisions.timeAsks',
  'clash-counselor': 'revisions.timeTaken',
  'clash-room': 'revisions.timeTaken',
  'clash-student': 'revisions.timeTaken',
  withdrawn: 'revisions.withdrawn',
  'stands-already': 'revisions.standsAlready',
  'already-asked': 'revisions.alreadyAsked',
  declined: 'revisions.declined',
  'is-accepted': 'revisions.isAccepted',
  finished: 'revisions.finished',
  'case-closed': 'revisions.caseClosed',
  'aid-withdrawn': 'revisions.aidWithdrawn',
  destroyed: 'revisions.destroyed',
}
export const refusalOf = ({ data }: AppError): string => REFUSALS[data.reason ?? ''] ?? 'revisions.restoreFailed'
