import { useQuery } from '@tanstack/react-query'
import { Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AidRules } from '#contract/aid'
import { client } from '#lib/client'
import { useSetting } from '#lib/use-setting'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SettingPanel } from '#ui/SettingPanel'
import { aidQueries } from './queries.ts'

const MOST_OFFICES = 20

/** How long an answer about aid is waited for, and the offices to choose from. */
export function AidRulesSection() {
  const { t } = useTranslation()
  const { data, error } = useQuery(aidQueries.rules)
  if (error) return <ErrorState error={error} what={t('aid.rules.failed')} />
  return data ? <RulesPanel start={data} /> : null
}

const officesIn = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim().slice(0, 40))
    .filter(Boolean)
    .slice(0, MOST_OFFICES)

function RulesPanel({ start }: { start: AidRules }) {
  const { t } = useTranslation()
  const id = useId()
  const [lines, setLines] = useState(() => start.offices.join('\n'))
  const { value, change, saved } = useSetting(
    start,
    (rules, requestId) => client.aid.saveRules({ rules, requestId }),
    () => true,
    'aid',
  )
  return (
    <SettingPanel title={t('aid.rules.title')} hint={t('aid.rules.hint')} saved={saved}>
      <FormRow label={t('aid.rules.answerDays')}>
        <InputNumber
          aria-label={t('aid.rules.answerDays')}
          min={1}
          max={120}
          style={{ width: 150 }}
          suffix={t('aid.rules.days')}
          value={value.answerDays}
          onChange={(answerDays) => answerDays && change({ ...value, answerDays })}
        />
      </FormRow>
      <FormRow label={t('aid.rules.offices')} htmlFor={id} hint={t('aid.rules.officesHint')}>
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 3, maxRows: 10 }}
          style={{ maxWidth: 360 }}
          value={lines}
          onChange={(event) => {
            setLines(event.target.value)
            change({ ...value, offices: officesIn(event.target.value) })
          }}
        />
      </FormRow>
    </SettingPanel>
  )
}
