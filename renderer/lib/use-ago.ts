import { useTranslation } from 'react-i18next'
import { agoOf } from '#lib/ago'
import { useNow } from '#lib/use-now'

/** 3 天前 / 3 days ago, of a UTC instant; keeps up with the clock. */
export const useAgo = (): ((instant: string) => string) => {
  const { t } = useTranslation()
  const now = useNow(60_000)
  return (instant) => {
    const { unit, n } = agoOf(instant, now)
    return t(`frame.ago.${unit}`, { n })
  }
}
