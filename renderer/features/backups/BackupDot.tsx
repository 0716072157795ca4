import './backup-notice.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useIsPractice } from '#lib/vault-status'
import { backupQueries } from './queries.ts'

/** A dot beside the entry of the sidebar when a backup is due; nothing when all is well. */
export function BackupDot() {
  const { t } = useTranslation()
  const { data: status } = useQuery(backupQueries.status())
  const isPractice = useIsPractice()
  if (isPractice || !status || status.age === 'good') return null
  const words = t(`backups.notice.dot.${status.age}`)
  return <span className={`backup-dot backup-dot-${status.age}`} role="img" aria-label={words} title={words} />
}
