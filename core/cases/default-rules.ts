import type { CaseRules } from '#contract/case-course'

/**
 * What a new room asks for on the way of a case; all of it is the school's to change. Weekly, then fortnightly contact: S36; one, three
 * and seven days without a word: S43; how much closer or wider by class is ours, the sources say only "more" and "less".
 */
export const DEFAULT_CASE_RULES: CaseRules = {
  needs: ['declaration', 'intake', 'plan', 'review'],
  profile: ['sex', 'birth-date', 'class', 'guardian', 'guardian-phone', 'source', 'problem', 'notice', 'consent'],
  stalledDays: [1, 3, 7],
  earlyMonths: 2,
  cadence: {
    stable: { early: 14, later: 28 },
    watch: { early: 7, later: 14 },
    unstable: { early: 3, later: 7 },
  },
}
