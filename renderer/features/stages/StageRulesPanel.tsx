import { useQuery } from '@tanstack/react-query'
import { InputNumber, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StageRules } from '#contract/stages'
import { client } from '#lib/client'
import { useSetting } from '#lib/use-setting'
import { FormRow } from '#ui/FormRow'
import { SettingPanel } from '#ui/SettingPanel'
import { stageQueries } from './queries.ts'

/** When a summary is asked for. */
export function StageRulesPanel() {
  const { data } = useQuery(stageQueries.rules)
  return data ? <Rules start={data} /> : null
}

function Rules({ start }: { start: StageRules }) {
  const { t } = useTranslation()
  const { value, change, saved, isFine } = useSetting(
    start,
    (rules, requestId) => client.stages.saveRules({ rules, requestId }),
    ({ draftWeeks, finalWeeks }) => draftWeeks <= finalWeeks,
    'stages',
  )
  const set = (part: Partial<StageRules>) => change({ ...value, ...part })
  return (
    <SettingPanel title={t('stages.rules')} hint={t('stages.rulesHint')} saved={saved}>
      <FormRow label={t('stages.isOn')}>
        <Switch aria-label={t('stages.isOn')} checked={value.isOn} onChange={(isOn) => set({ isOn })} />
      </FormRow>
      {value.isOn && (
        <>
          <FormRow label={t('stages.weeks')} error={!isFine && t('stages.before')}>
            <div className="form-row-line">
              {t('stages.draftWeeks')}
              <Weeks
                label={t('stages.draftWeeks')}
                value={value.draftWeeks}
                onChange={(weeks) => weeks !== null && set({ draftWeeks: weeks })}
              />
              {t('stages.finalWeeks')}
              <Weeks
                label={t('stages.finalWeeks')}
                value={value.finalWeeks}
                onChange={(weeks) => weeks !== null && set({ finalWeeks: weeks })}
              />
            </div>
          </FormRow>
          <FormRow label={t('stages.again')} hint={t('stages.againHint')}>
            <Weeks
              label={t('stages.again')}
              min={2}
              value={value.repeatWeeks}
              onChange={(repeatWeeks) => set({ repeatWeeks })}
            />
          </FormRow>
        </>
      )}
    </SettingPanel>
  )
}

type WeeksProps = { label: string; min?: number; value: number | null; onChange: (weeks: number | null) => void }
function Weeks({ label, min = 1, value, onChange }: WeeksProps) {
  const { t } = useTranslation()
  return (
    <InputNumber
      aria-label={label}
      suffix={t('stages.inWeeks')}
      min={min}
      max={52}
      precision={0}
      placeholder="—"
      value={value}
      onChange={onChange}
    />
  )
}
