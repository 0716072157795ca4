import { useTranslation } from 'react-i18next'

/** The days that have a name of their own (000-G): next day, third day, one week, half a month. */
const NAMED: readonly number[] = [1, 3, 7, 15]

/** What a step of a ladder is called: 次日, 一周, 第 28 天. */
export const useStepName = (): ((days: number) => string) => {
  const { t } = useTranslation()
  return (days) => (NAMED.includes(days) ? t(`followups.named.d${days}`) : t('followups.nthDay', { n: days }))
}
