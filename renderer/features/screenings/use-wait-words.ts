import { useTranslation } from 'react-i18next'

/** How long a flagged student has waited: 阳性未面谈 9 天 for a round, 9 天 in a row. */
export const useWaitWords = () => {
  const { t } = useTranslation()
  return {
    longest: (days: number): string =>
      days === 0 ? t('screenings.waitsToday') : t('screenings.waits', { count: days }),
    short: (days: number): string =>
      days === 0 ? t('screenings.names.today') : t('screenings.names.days', { count: days }),
  }
}
