import { useQuery } from '@tanstack/react-query'
import { InputNumber, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ConferenceRules } from '#contract/conferences'
import { client } from '#lib/client'
import { useSetting } from '#lib/use-setting'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'
import { SettingPanel } from '#ui/SettingPanel'
import { conferenceRulesQuery } from './queries.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 0]

/** Whether the month is looked through, on which days talks are held, and whether those who knew a case are heard first. */
export function ConferenceRulesPanel() {
  const { data } = useQuery(conferenceRulesQuery)
  return data ? <Rules start={data} /> : null
}

function Rules({ start }: { start: ConferenceRules }) {
  const { t } = useTranslation()
  const { value, change, saved } = useSetting(
    start,
    (rules, requestId) => client.conferences.saveRules({ rules, requestId }),
    () => true,
    'conferences',
  )
  const set = (part: Partial<ConferenceRules>) => change({ ...value, ...part })
  return (
    <SettingPanel title={t('conferences.rules')} hint={t('conferences.rulesHint')} saved={saved}>
      <FormRow label={t('conferences.asksMonthly')}>
        <Switch
          aria-label={t('conferences.asksMonthly')}
          checked={value.asksMonthly}
          onChange={(asksMonthly) => set({ asksMonthly })}
        />
      </FormRow>
      <FormRow label={t('conferences.weekdays')} hint={t('conferences.weekdaysHint')}>
        <Chips
          isMultiple
          label={t('conferences.weekdays')}
          value={value.weekdays}
          options={WEEK.map((day) => ({ value: day, label: t(`conferences.days.${day}`) }))}
          onChange={(weekdays) => set({ weekdays })}
        />
      </FormRow>
      <FormRow label={t('conferences.asksBriefing')} hint={t('conferences.asksBriefingHint')}>
        <Switch
          aria-label={t('conferences.asksBriefing')}
          checked={value.asksBriefing}
          onChange={(asksBriefing) => set({ asksBriefing })}
        />
      </FormRow>
      {value.asksBriefing && (
        <FormRow label={t('conferences.briefingDays')}>
          <InputNumber
            aria-label={t('conferences.briefingDays')}
            min={0}
            max={30}
            precision={0}
            suffix={t('conferences.daysBefore')}
            style={{ width: 160 }}
            value={value.briefingDays}
            onChange={(briefingDays) => briefingDays !== null && set({ briefingDays })}
          />
        </FormRow>
      )}
    </SettingPanel>
  )
}
