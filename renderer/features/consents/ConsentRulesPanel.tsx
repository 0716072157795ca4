import { InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { CONSENT_KINDS, CONSENT_SPANS } from '#contract/code-tables'
import type { ConsentRules } from '#contract/consents'
import { client } from '#lib/client'
import { useCodes } from '#lib/use-codes'
import { useSetting } from '#lib/use-setting'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'
import { SettingPanel } from '#ui/SettingPanel'

export function ConsentRulesPanel({ start }: { start: ConsentRules }) {
  const { t } = useTranslation()
  const codes = useCodes()
  const { value, change, saved } = useSetting(
    start,
    (rules, requestId) => client.consents.saveRules({ rules, requestId }),
    () => true,
    'consents',
  )
  const set = (part: Partial<ConsentRules>) => change({ ...value, ...part })
  return (
    <SettingPanel title={t('consents.rules.title')} hint={t('consents.rules.hint')} saved={saved}>
      <FormRow label={t('consents.rules.needed')}>
        <Chips
          isMultiple
          label={t('consents.rules.needed')}
          value={value.needed}
          options={codes('consentKinds', CONSENT_KINDS)}
          onChange={(needed) => set({ needed })}
        />
      </FormRow>
      <FormRow label={t('consents.rules.guardianUnder')} hint={t('consents.rules.guardianHint')}>
        <InputNumber
          aria-label={t('consents.rules.guardianUnder')}
          min={0}
          max={18}
          suffix={t('consents.rules.years')}
          value={value.guardianUnder}
          onChange={(guardianUnder) => guardianUnder !== null && set({ guardianUnder })}
        />
      </FormRow>
      <FormRow label={t('consents.rules.validFor')}>
        <Chips
          label={t('consents.rules.validFor')}
          value={value.validFor}
          options={codes('consentSpans', CONSENT_SPANS)}
          onChange={(validFor) => set({ validFor })}
        />
      </FormRow>
      <FormRow label={t('consents.rules.soonDays')}>
        <InputNumber
          aria-label={t('consents.rules.soonDays')}
          min={0}
          max={90}
          suffix={t('settings.days')}
          value={value.soonDays}
          onChange={(soonDays) => soonDays !== null && set({ soonDays })}
        />
      </FormRow>
    </SettingPanel>
  )
}
