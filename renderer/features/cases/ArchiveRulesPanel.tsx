import { InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ArchiveRules } from '#contract/archives'
import { PAPER_ITEMS, RETENTION_STARTS } from '#contract/case-tables'
import { client } from '#lib/client'
import { useCodes } from '#lib/use-codes'
import { useSetting } from '#lib/use-setting'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'
import { SettingPanel } from '#ui/SettingPanel'

export function ArchiveRulesPanel({ start }: { start: ArchiveRules }) {
  const { t } = useTranslation()
  const codes = useCodes()
  const { value, change, saved } = useSetting(
    start,
    (rules, requestId) => client.archives.saveRules({ rules, requestId }),
    () => true,
    'archives',
  )
  const set = (part: Partial<ArchiveRules>) => change({ ...value, ...part })
  return (
    <SettingPanel title={t('archives.rulesTitle')} hint={t('archives.rulesHint')} saved={saved}>
      <FormRow label={t('archives.keepYears')}>
        <InputNumber
          aria-label={t('archives.keepYears')}
          min={1}
          max={100}
          suffix={t('archives.years')}
          placeholder="—"
          value={value.keepYears}
          onChange={(keepYears) => set({ keepYears })}
        />
      </FormRow>
      <FormRow label={t('archives.from')}>
        <Chips
          label={t('archives.from')}
          value={value.from}
          options={codes('retentionStarts', RETENTION_STARTS)}
          onChange={(from) => set({ from })}
        />
      </FormRow>
      <FormRow label={t('archives.rulePapers')}>
        <Chips
          isMultiple
          label={t('archives.rulePapers')}
          value={value.papers}
          options={codes('paperItems', PAPER_ITEMS)}
          onChange={(papers) => set({ papers })}
        />
      </FormRow>
    </SettingPanel>
  )
}
