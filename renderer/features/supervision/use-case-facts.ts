import { useTranslation } from 'react-i18next'
import type { SupervisionCase } from '#contract/supervision'
import { formatDate } from '#lib/format'
import { useWorkplace } from '#lib/workplace'

/** Who it is about, as far as a supervisor may know: grade, sex, age. */
export const usePersonWords = () => {
  const { t } = useTranslation()
  return ({ grade, sex, age }: SupervisionCase): string =>
    [grade, sex && t(`codes.sexes.${sex}`), age !== null && t('students.age', { age })].filter(Boolean).join(' · ')
}

/** How the work stands: areas, visits, since when and until when. */
export const useCourseWords = () => {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  return ({ areas, visits, firstOn, lastOn }: SupervisionCase): string =>
    [
      areas.map((area) => t(`codes.areas.${area}`)).join(t('notes.comma')),
      t('supervision.visits', { n: visits }),
      firstOn && t('supervision.since', { day: formatDate(firstOn, today) }),
      lastOn && t('supervision.last', { day: formatDate(lastOn, today) }),
    ]
      .filter(Boolean)
      .join(' · ')
}
