import { useTranslation } from 'react-i18next'
import type { BackupStatus } from '#contract/backups'
import { BACKUP_STEP_ORDER } from '#lib/backup-standing'

/** Which of the three steps it is, how far it is, in words and as a bar. */
export function RunProgress({ running }: { running: NonNullable<BackupStatus['running']> }) {
  const { t } = useTranslation()
  const { step, done, total } = running
  const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0
  const words = t('backups.progress', { step: t(`backups.steps.${step}`), percent })
  return (
    <div className="run">
      <div
        className="run-bar"
        role="progressbar"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={words}
        aria-label={t(`backups.steps.${step}`)}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      <span className="run-words">
        {words}
        <small>{t('backups.stepOf', { n: BACKUP_STEP_ORDER.indexOf(step) + 1 })}</small>
      </span>
    </div>
  )
}
