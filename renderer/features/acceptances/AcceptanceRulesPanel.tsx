import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AcceptanceRules } from '#contract/acceptances'
import { ACCEPTANCE_MODES } from '#contract/entry-tables'
import { client } from '#lib/client'
import { useCodes } from '#lib/use-codes'
import { useSetting } from '#lib/use-setting'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SettingPanel } from '#ui/SettingPanel'
import { acceptanceQueries } from './queries.ts'

/** The school's rules of 接案: who takes whom on, and whether a room of one sees the queue. */
export function AcceptanceRulesPanel() {
  const { t } = useTranslation()
  const { data, error } = useQuery(acceptanceQueries.rules)
  if (error) return <ErrorState error={error} what={t('acceptances.rules.failed')} />
  return data ? <RulesPanel start={data} /> : null
}

function RulesPanel({ start }: { start: AcceptanceRules }) {
  const { t } = useTranslation()
  const codes = useCodes()
  const { accounts, me } = useWorkplace()
  const counselors = accounts.filter(({ roles }) => roles.includes('counselor'))
  const { value, change, saved, isFine } = useSetting(
    start,
    (rules, requestId) => client.acceptances.saveRules({ rules, requestId }),
    ({ byGrade }) => byGrade.every(({ from, to }) => from <= to),
    'acceptances',
  )
  const set = (part: Partial<AcceptanceRules>) => change({ ...value, ...part })
  const setRow = (index: number, part: Partial<AcceptanceRules['byGrade'][number]>) =>
    set({ byGrade: value.byGrade.map((row, i) => (i === index ? { ...row, ...part } : row)) })
  const grade = (label: string, n: number, onChange: (n: number) => void) => (
    <InputNumber
      aria-label={label}
      min={1}
      max={16}
      style={{ width: 76 }}
      value={n}
      onChange={(typed) => typed && onChange(typed)}
    />
  )
  return (
    <SettingPanel
      title={t('acceptances.rules.title')}
      hint={t('acceptances.rules.hint')}
      saved={saved}
      missing={!isFine && t('acceptances.rules.backwards')}
    >
      <FormRow label={t('acceptances.rules.mode')}>
        <Chips
          label={t('acceptances.rules.mode')}
          value={value.mode}
          options={codes('acceptanceModes', ACCEPTANCE_MODES)}
          onChange={(mode) => set({ mode })}
        />
      </FormRow>
      {value.mode === 'assigned' && (
        <FormRow label={t('acceptances.rules.byGrade')} hint={t('acceptances.rules.byGradeHint')}>
          {value.byGrade.map((row, index) => (
            <div key={index} className="form-row-line">
              {grade(t('acceptances.rules.from'), row.from, (from) => setRow(index, { from }))}–
              {grade(t('acceptances.rules.to'), row.to, (to) => setRow(index, { to }))}
              {t('acceptances.rules.grades')}
              <Select
                aria-label={t('acceptances.rules.counselor')}
                style={{ minWidth: 140 }}
                value={row.counselorId}
                options={counselors.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(counselorId) => setRow(index, { counselorId })}
              />
              <Button
                type="text"
                size="small"
                onClick={() => set({ byGrade: value.byGrade.filter((_, i) => i !== index) })}
              >
                {t('acceptances.rules.drop')}
              </Button>
            </div>
          ))}
          <Button
            size="small"
            onClick={() =>
              set({ byGrade: [...value.byGrade, { from: 7, to: 9, counselorId: counselors[0]?.id ?? me.id }] })
            }
          >
            {t('acceptances.rules.add')}
          </Button>
        </FormRow>
      )}
      <FormRow label={t('acceptances.rules.shownAlone')}>
        <Switch
          aria-label={t('acceptances.rules.shownAlone')}
          checked={value.shownAlone}
          onChange={(shownAlone) => set({ shownAlone })}
        />
      </FormRow>
    </SettingPanel>
  )
}
