import type { Result } from '#contract/results'

/** The most serious critical answer; blanks alone are none. */
export const urgencyOfCritical = ({ critical }: Result): 'immediate' | 'same-day' | null =>
  critical.some(({ urgency }) => urgency === 'immediate') ? 'immediate' : critical.length > 0 ? 'same-day' : null
