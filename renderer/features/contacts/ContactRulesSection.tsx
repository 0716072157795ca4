import { useQuery } from '@tanstack/react-query'
import { Input, InputNumber, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ContactRules } from '#contract/contact-rules'
import { client } from '#lib/client'
import { contactRulesQuery } from '#lib/contact-rules'
import { useSetting } from '#lib/use-setting'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SettingPanel } from '#ui/SettingPanel'

/** 联系与来信: how soon who is answered, and what the room reminds of. */
export function ContactRulesSection() {
  const { t } = useTranslation()
  const { data, error } = useQuery(contactRulesQuery)
  if (error) return <ErrorState error={error} what={t('contacts.rules.failed')} />
  return data ? <RulesPanel start={data} /> : null
}

const HOURS = ['enquiryHours', 'afterVisitHours', 'peakHours'] as const
const ASKS = ['asksFirstParent', 'asksFeedback'] as const

function RulesPanel({ start }: { start: ContactRules }) {
  const { t } = useTranslation()
  const { riskLevels } = useWorkplace()
  const { value, change, saved } = useSetting(
    start,
    (rules, requestId) => client.contacts.saveRules({ rules, requestId }),
    ({ arrivalFrom }) => /^([01]\d|2[0-3]):[0-5]\d$/u.test(arrivalFrom),
    'contacts',
  )
  const set = (part: Partial<ContactRules>) => change({ ...value, ...part })
  return (
    <SettingPanel title={t('contacts.rules.title')} hint={t('contacts.rules.hint')} saved={saved}>
      {HOURS.map((key) => (
        <FormRow key={key} label={t(`contacts.rules.${key}`)}>
          <InputNumber
            aria-label={t(`contacts.rules.${key}`)}
            min={1}
            max={240}
            style={{ width: 150 }}
            suffix={t('contacts.rules.hours')}
            value={value[key]}
            onChange={(hours) => hours && set({ [key]: hours })}
          />
        </FormRow>
      ))}
      <FormRow label={t('contacts.rules.isPeak')}>
        <div className="form-row-line">
          <Switch
            aria-label={t('contacts.rules.isPeak')}
            checked={value.isPeak}
            onChange={(isPeak) => set({ isPeak })}
          />
          {t('contacts.rules.isPeakHint')}
        </div>
      </FormRow>
      <FormRow label={t('contacts.rules.letterDays')}>
        <InputNumber
          aria-label={t('contacts.rules.letterDays')}
          min={1}
          max={30}
          style={{ width: 150 }}
          suffix={t('contacts.rules.days')}
          value={value.letterDays}
          onChange={(letterDays) => letterDays && set({ letterDays })}
        />
      </FormRow>
      <FormRow label={t('contacts.rules.asksArrival')} hint={t('contacts.rules.asksArrivalHint')}>
        <div className="form-row-line">
          <Switch
            aria-label={t('contacts.rules.asksArrival')}
            checked={value.asksArrival}
            onChange={(asksArrival) => set({ asksArrival })}
          />
          {value.asksArrival && (
            <>
              <Chips
                label={t('contacts.rules.arrivalRank')}
                value={value.arrivalRank}
                options={riskLevels.filter(({ rank }) => rank > 0).map(({ rank, label }) => ({ value: rank, label }))}
                onChange={(arrivalRank) => set({ arrivalRank })}
              />
              {t('contacts.rules.orFrom')}
              <Input
                aria-label={t('contacts.rules.arrivalFrom')}
                style={{ width: 80 }}
                maxLength={5}
                value={value.arrivalFrom}
                onChange={(event) => set({ arrivalFrom: event.target.value })}
              />
            </>
          )}
        </div>
      </FormRow>
      {ASKS.map((key) => (
        <FormRow key={key} label={t(`contacts.rules.${key}`)}>
          <div className="form-row-line">
            <Switch
              aria-label={t(`contacts.rules.${key}`)}
              checked={value[key]}
              onChange={(isOn) => set({ [key]: isOn })}
            />
            {t(`contacts.rules.${key}Hint`)}
          </div>
        </FormRow>
      ))}
    </SettingPanel>
  )
}
