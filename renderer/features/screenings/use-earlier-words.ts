import { useTranslation } from 'react-i18next'
import type { Entry } from '#contract/screenings'
import { riskLabel, useWorkplace } from '#lib/workplace'

/** What the room knew of a student before: 来访 3 次 · 在管 · 二级关注. */
export const useEarlierWords = () => {
  const { t } = useTranslation()
  const { riskLevels } = useWorkplace()
  return ({ earlier }: Pick<Entry, 'earlier'>): string =>
    [
      earlier.visits > 0 && t('screenings.earlier.visits', { count: earlier.visits }),
      earlier.openCase && t('codes.caseStates.open'),
      earlier.riskRank !== null && earlier.riskRank > 0 && riskLabel(earlier.riskRank, riskLevels),
    ]
      .filter(Boolean)
      .join(' · ')
}
