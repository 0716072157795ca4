import { useTranslation } from 'react-i18next'
import { useNow } from '#lib/use-now'

const two = (n: number) => String(n).padStart(2, '0')

/** How long it has been; the law says at once, so only the time that has gone is shown. */
export function CrisisClock({ openedAt }: { openedAt: string }) {
  const { t } = useTranslation()
  const seconds = Math.max(0, Math.floor((useNow(1000) - new Date(openedAt).getTime()) / 1000))
  const days = Math.floor(seconds / 86_400)
  const rest = `${two(Math.floor((seconds % 86_400) / 3600))}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
  return (
    <time className="crisis-clock" role="timer" aria-label={t('crises.since')}>
      {days > 0 && <small>{t('crises.days', { days })}</small>}
      {rest}
    </time>
  )
}
