import type { ConsentRules } from '#contract/consents'

/** What a new room starts with; all of it is the school's to change. Fourteen: 个人信息保护法 art. 31. */
export const DEFAULT_CONSENT_RULES: ConsentRules = {
  validFor: 'school-year',
  guardianUnder: 14,
  soonDays: 14,
  needed: ['notice', 'counseling'],
}
