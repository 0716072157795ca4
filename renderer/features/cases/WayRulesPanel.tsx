import { InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CaseRules } from '#contract/case-course'
import { CASE_NEEDS, FILE_FIELDS, STABILITIES } from '#contract/case-tables'
import { client } from '#lib/client'
import { useCodes } from '#lib/use-codes'
import { useSetting } from '#lib/use-setting'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'
import { SettingPanel } from '#ui/SettingPanel'

export function WayRulesPanel({ start }: { start: CaseRules }) {
  const { t } = useTranslation()
  const codes = useCodes()
  const { value, change, saved } = useSetting(
    start,
    (rules, requestId) => client.cases.saveRules({ rules, requestId }),
    () => true,
    'cases',
  )
  const set = (part: Partial<CaseRules>) => change({ ...value, ...part })
  const days = (label: string, n: number, onChange: (n: number) => void) => (
    <InputNumber
      aria-label={label}
      min={1}
      max={365}
      suffix={t('case-rules.days')}
      value={n}
      onChange={(typed) => typed && onChange(typed)}
    />
  )
  return (
    <SettingPanel title={t('case-rules.title')} hint={t('case-rules.hint')} saved={saved}>
      <FormRow label={t('case-rules.needs')} hint={t('case-rules.needsHint')}>
        <Chips
          isMultiple
          label={t('case-rules.needs')}
          value={value.needs}
          options={codes('caseNeeds', CASE_NEEDS)}
          onChange={(needs) => set({ needs })}
        />
      </FormRow>
      <FormRow label={t('case-rules.profile')}>
        <Chips
          isMultiple
          label={t('case-rules.profile')}
          value={value.profile}
          options={codes('fileFields', FILE_FIELDS)}
          onChange={(profile) => set({ profile })}
        />
      </FormRow>
      <FormRow label={t('case-rules.stalled')} hint={t('case-rules.stalledHint')}>
        <div className="form-row-line">
          {value.stalledDays.map((n, index) => (
            <span key={index}>
              {days(t('case-rules.stalledAt', { n: index + 1 }), n, (typed) =>
                set({ stalledDays: value.stalledDays.map((one, i) => (i === index ? typed : one)) }),
              )}
            </span>
          ))}
        </div>
      </FormRow>
      <FormRow label={t('case-rules.early')}>
        <InputNumber
          aria-label={t('case-rules.early')}
          min={0}
          max={12}
          suffix={t('case-rules.months')}
          value={value.earlyMonths}
          onChange={(earlyMonths) => earlyMonths !== null && set({ earlyMonths })}
        />
      </FormRow>
      {STABILITIES.map((stability) => {
        const { early, later } = value.cadence[stability]
        const name = t(`codes.stabilities.${stability}`)
        const put = (part: Partial<{ early: number; later: number }>) =>
          set({ cadence: { ...value.cadence, [stability]: { early, later, ...part } } })
        return (
          <FormRow key={stability} label={t('case-rules.contact', { name })}>
            <div className="form-row-line">
              {t('case-rules.atFirst')}
              {days(t('case-rules.atFirst'), early, (n) => put({ early: n }))}
              {t('case-rules.afterwards')}
              {days(t('case-rules.afterwards'), later, (n) => put({ later: n }))}
            </div>
          </FormRow>
        )
      })}
    </SettingPanel>
  )
}
