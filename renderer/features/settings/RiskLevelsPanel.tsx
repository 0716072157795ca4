import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RiskLevel } from '#contract/settings'
import { client } from '#lib/client'
import { useSetting } from '#lib/use-setting'
import { riskTone, useWorkplace } from '#lib/workplace'
import { Tag } from '#ui/Tag'
import { SettingPanel } from '#ui/SettingPanel'

const MOST = 6
const LEAST = 2

/** The school's own words for its levels. Records keep the rank, so a new word shows everywhere at once. */
export function RiskLevelsPanel() {
  const { t } = useTranslation()
  const { value, change, saved, isFine } = useSetting(
    useWorkplace().riskLevels,
    (riskLevels, requestId) => client.settings.saveRiskLevels({ riskLevels, requestId }),
    (levels) => levels.every((level) => level.label.trim() !== ''),
  )
  const highest = Math.max(...value.map((level) => level.rank))
  const set = (rank: number, part: Partial<RiskLevel>) =>
    change(value.map((level) => (level.rank === rank ? { ...level, ...part } : level)))
  return (
    <SettingPanel
      title={t('settings.levels.title')}
      hint={t('settings.levels.hint')}
      saved={saved}
      missing={!isFine && t('settings.levels.missing')}
    >
      <div className="levels">
        {value
          .toSorted((a, b) => b.rank - a.rank)
          .map((level) => (
            <div className="level" key={level.rank}>
              <Tag tone={riskTone(level.rank, value)}>
                {t(level.rank === 0 ? 'settings.levels.none' : 'settings.levels.rank', { rank: level.rank })}
              </Tag>
              <Input
                aria-label={t('settings.levels.label')}
                maxLength={20}
                value={level.label}
                status={level.label.trim() ? undefined : 'error'}
                onChange={(event) => set(level.rank, { label: event.target.value })}
              />
              <Input.TextArea
                aria-label={t('settings.levels.criteria')}
                placeholder={t('settings.levels.criteria')}
                autoSize={{ minRows: 1, maxRows: 4 }}
                maxLength={500}
                value={level.criteria}
                onChange={(event) => set(level.rank, { criteria: event.target.value })}
              />
            </div>
          ))}
        <div className="level-foot">
          <Button
            size="small"
            disabled={value.length >= MOST || highest >= 9}
            onClick={() => change([...value, { rank: highest + 1, label: '', criteria: '' }])}
          >
            {t('settings.levels.add')}
          </Button>
          <Button
            size="small"
            type="text"
            disabled={value.length <= LEAST}
            onClick={() => change(value.filter((level) => level.rank !== highest))}
          >
            {t('settings.levels.removeHighest')}
          </Button>
        </div>
      </div>
    </SettingPanel>
  )
}
