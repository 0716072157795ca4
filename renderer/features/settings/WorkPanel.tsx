import { InputNumber, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { useSetting } from '#lib/use-setting'
import { useWorkplace } from '#lib/workplace'
import { FormRow } from '#ui/FormRow'
import { SettingPanel } from '#ui/SettingPanel'

export function WorkPanel() {
  const { t } = useTranslation()
  const { sessionMinutes, returnSlipDays, wordingHints } = useWorkplace().preferences
  const { value, change, saved } = useSetting(
    { sessionMinutes, returnSlipDays, wordingHints },
    (preferences, requestId) => client.settings.savePreferences({ preferences, requestId }),
  )
  return (
    <SettingPanel title={t('settings.work.title')} saved={saved}>
      <FormRow label={t('settings.work.session')}>
        <InputNumber
          aria-label={t('settings.work.session')}
          min={10}
          max={120}
          step={5}
          suffix={t('settings.minutes')}
          value={value.sessionMinutes}
          onChange={(minutes) => minutes && change({ ...value, sessionMinutes: minutes })}
        />
      </FormRow>
      <FormRow label={t('settings.work.slip')} hint={t('settings.work.slipHint')}>
        <InputNumber
          aria-label={t('settings.work.slip')}
          min={1}
          max={60}
          suffix={t('settings.days')}
          value={value.returnSlipDays}
          onChange={(days) => days && change({ ...value, returnSlipDays: days })}
        />
      </FormRow>
      <FormRow label={t('wording.title')} hint={t('wording.settingHint')}>
        <div className="form-row-line">
          <Switch
            aria-label={t('wording.setting')}
            checked={value.wordingHints}
            onChange={(on) => change({ ...value, wordingHints: on })}
          />
          {t('wording.setting')}
        </div>
      </FormRow>
    </SettingPanel>
  )
}
