import { useTranslation } from 'react-i18next'
import type { BackupSet } from '#contract/backups'

/** What is wrong with a backup, and what to do. */
export function TroubleNote({ trouble }: { trouble: NonNullable<BackupSet['trouble']> }) {
  const { t } = useTranslation()
  return (
    <p className="trouble">
      <strong>{t(`backups.troubles.${trouble}.what`)}</strong> {t(`backups.troubles.${trouble}.next`)}
    </p>
  )
}
