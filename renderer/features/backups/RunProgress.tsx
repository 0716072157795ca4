import { useTranslation } from 'react-i18next'
import type { BackupStatus } from '#contract/backups'

/** What is being done and how far it is, in words and as a bar. */
export function RunProgress({ running }: { running: NonNullable<BackupStatus['running']> }) {
  const { t } = useTranslation()
  const { what, step, done, total } = running
  const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0
  const name = t(`backups.steps.${what}.${step}`)
  const words = t('backups.progress', { step: name, percent })
  return (
    <div className="run">
      <div
        className="run-bar"
        role="progressbar"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={words}
        aria-label={name}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      <span className="run-words">{words}</span>
    </div>
  )
}
