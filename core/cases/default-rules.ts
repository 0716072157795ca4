import type { ArchiveRules } from '#contract/archives'
import type { CaseRules } from '#contract/case-course'
import type { ConferenceRules } from '#contract/conferences'
import type { FollowupRules } from '#contract/followups'
import type { StageRules } from '#contract/stages'

/**
 * What a new room asks for on the way of a case; all of it is the school's to change. Weekly, then fortnightly contact: S36; one, three
 * and seven days without a word: S43; how much closer or wider by class is ours, the sources say only "more" and "less".
 */
export const DEFAULT_CASE_RULES: CaseRules = {
  needs: ['entry', 'declaration', 'intake', 'plan', 'review'],
  profile: ['sex', 'birth-date', 'class', 'guardian', 'guardian-phone', 'source', 'problem', 'notice', 'consent'],
  stalledDays: [1, 3, 7],
  earlyMonths: 2,
  cadence: {
    stable: { early: 14, later: 28 },
    watch: { early: 7, later: 14 },
    unstable: { early: 3, later: 7 },
  },
}

/** Next day, third day, one week, half a month (S35). */
const EARLY = [1, 3, 7, 15]
/**
 * After a crisis the ladder to day 90, when the danger of a second attempt is greatest, and the one for coming back to school: the
 * proposals of domain.md §5. A name left empty is made of the days.
 */
export const DEFAULT_FOLLOWUP_RULES: FollowupRules = {
  ladders: [
    { cause: 'first-visit', name: '', days: EARLY },
    { cause: 'crisis', name: '', days: EARLY },
    { cause: 'crisis', name: '', days: [1, 3, 7, 14, 21, 28, 35, 42, 49, 56, 63, 77, 90] },
    { cause: 'closure', name: '', days: EARLY },
    { cause: 'return', name: '', days: [1, 3, 7, 14, 21, 28, 35, 65, 95, 125] },
  ],
}

/** No source says for how long: nothing is assumed until the school does (capabilities.md §5.3). */
export const DEFAULT_ARCHIVE_RULES: ArchiveRules = {
  keepYears: null,
  from: 'closing',
  papers: ['registration', 'first-record', 'notice', 'confidentiality', 'guardian-consent', 'plan', 'closure-form'],
}

/** Begun in the third week, finished in the fourth (S38); whether others follow no source says. */
export const DEFAULT_STAGE_RULES: StageRules = { isOn: true, draftWeeks: 3, finalWeeks: 4, repeatWeeks: null }

/** Once a month, from Wednesday to Friday (S40); two days before the first session (S41). */
export const DEFAULT_CONFERENCE_RULES: ConferenceRules = {
  asksMonthly: true,
  weekdays: [3, 4, 5],
  asksBriefing: true,
  briefingDays: 2,
}
