import { InputNumber, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupSchedule } from '#contract/backups'
import { client } from '#lib/client'
import { queryClient } from '#lib/query'
import { useMay } from '#lib/rights'
import { useAutosave } from '#lib/use-autosave'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { SavedAt } from '#ui/SavedAt'

/** What happens by itself; saved a moment after it is changed. */
export function SchedulePanel({ schedule: start }: { schedule: BackupSchedule }) {
  const { t } = useTranslation()
  const isFixed = !useMay()('backups.saveSchedule')
  const [schedule, setSchedule] = useState(start)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const { keep, isSaving, failure } = useAutosave<BackupSchedule>(async (latest) => {
    await client.backups.saveSchedule({ schedule: latest })
    setSavedAt(new Date().toISOString())
    await queryClient.invalidateQueries({ queryKey: ['backups', 'status'] })
  })
  const change = (part: Partial<BackupSchedule>) => {
    const next = { ...schedule, ...part }
    setSchedule(next)
    keep(next)
  }
  const days = (key: 'everyDays' | 'rehearseEveryDays', most: number) => (
    <div className="schedule-row">
      <span>{t(`backups.schedule.${key}`)}</span>
      <InputNumber
        aria-label={t(`backups.schedule.${key}`)}
        size="small"
        min={1}
        max={most}
        precision={0}
        disabled={isFixed}
        suffix={t('backups.schedule.days')}
        value={schedule[key]}
        onChange={(value) => value && change({ [key]: value })}
      />
    </div>
  )
  return (
    <Panel
      title={t('backups.schedule.title')}
      extra={<SavedAt savedAt={savedAt} isSaving={isSaving} hasFailed={failure !== null} />}
    >
      <div className="schedule-row">
        <span>{t('backups.schedule.atQuit')}</span>
        <Switch
          size="small"
          aria-label={t('backups.schedule.atQuit')}
          disabled={isFixed}
          checked={schedule.atQuit}
          onChange={(atQuit) => change({ atQuit })}
        />
      </div>
      {days('everyDays', 30)}
      {days('rehearseEveryDays', 90)}
      <p className="field-hint">{t('backups.schedule.hint')}</p>
      {failure && <ErrorState error={failure} what={t('backups.schedule.failed')} isTextSafe />}
    </Panel>
  )
}
