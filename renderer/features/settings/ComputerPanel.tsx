import { InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Preferences } from '#contract/settings'
import { client } from '#lib/client'
import { useSetting } from '#lib/use-setting'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'
import { SettingPanel } from '#ui/SettingPanel'

const THEMES: Preferences['theme'][] = ['light', 'dark', 'system']
const LANGUAGE_NAMES: { value: Preferences['language']; label: string }[] = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
]

export function ComputerPanel() {
  const { t } = useTranslation()
  const { language, theme, idleMinutes } = useWorkplace().preferences
  const { value, change, saved } = useSetting({ language, theme, idleMinutes }, (preferences, requestId) =>
    client.settings.savePreferences({ preferences, requestId }),
  )
  return (
    <SettingPanel title={t('settings.computer.title')} saved={saved}>
      <FormRow label={t('settings.computer.language')}>
        <Chips
          label={t('settings.computer.language')}
          options={LANGUAGE_NAMES}
          value={value.language}
          onChange={(next) => change({ ...value, language: next })}
        />
      </FormRow>
      <FormRow label={t('settings.computer.theme')}>
        <Chips
          label={t('settings.computer.theme')}
          options={THEMES.map((one) => ({ value: one, label: t(`settings.computer.themes.${one}`) }))}
          value={value.theme}
          onChange={(next) => change({ ...value, theme: next })}
        />
      </FormRow>
      <FormRow label={t('settings.computer.idle')} hint={t('settings.computer.idleHint')}>
        <InputNumber
          aria-label={t('settings.computer.idle')}
          min={1}
          max={30}
          suffix={t('settings.minutes')}
          value={value.idleMinutes}
          onChange={(minutes) => minutes && change({ ...value, idleMinutes: minutes })}
        />
      </FormRow>
    </SettingPanel>
  )
}
