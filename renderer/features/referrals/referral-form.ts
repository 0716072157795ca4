import { addDays } from '#contract/calendar'
import type { ReferralFields } from '#contract/referrals'

export const emptyReferral = (now: string, returnSlipDays: number, isUrgent: boolean): ReferralFields => ({
  kind: 'outside',
  urgency: isUrgent ? 'urgent' : 'routine',
  reason: '',
  doneSoFar: '',
  options: [],
  choice: '',
  institutionKind: 'psychiatric',
  institution: '',
  department: '',
  clientView: '',
  guardianAnswer: 'not-reached',
  guardianInformedAt: null,
  guardianName: '',
  guardianWords: '',
  referredAt: now,
  returnDue: addDays(now.slice(0, 10), returnSlipDays),
})

/** The fields as they are sent: empty option lines left out. */
export const sentReferral = (fields: ReferralFields): ReferralFields => ({
  ...fields,
  reason: fields.reason.trim(),
  options: fields.options.map((option) => option.trim()).filter(Boolean),
})
