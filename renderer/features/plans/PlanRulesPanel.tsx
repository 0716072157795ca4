import { useQuery } from '@tanstack/react-query'
import { InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { queryClient } from '#lib/query'
import { useAutosave } from '#lib/use-autosave'
import { FormRow } from '#ui/FormRow'
import { Panel } from '#ui/Panel'
import { SavedAt } from '#ui/SavedAt'
import { useState } from 'react'
import { planQueries } from './queries.ts'

/** The school's rule of how often a plan is looked back upon. */
export function PlanRulesPanel() {
  const { t } = useTranslation()
  const { data: rules } = useQuery(planQueries.rules)
  const [typed, setTyped] = useState<number | null>(null)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const { keep, failure } = useAutosave<number>(async (reviewDays) => {
    await client.plans.saveRules({ rules: { reviewDays }, requestId: crypto.randomUUID() })
    setSavedAt(new Date().toISOString())
    await queryClient.invalidateQueries({ queryKey: ['plans'] })
  })
  if (!rules) return null
  return (
    <Panel title={t('plans.rules')} extra={<SavedAt savedAt={savedAt} hasFailed={failure !== null} />}>
      <FormRow label={t('plans.review')} hint={t('plans.rulesHint')}>
        <InputNumber
          aria-label={t('plans.review')}
          min={1}
          max={366}
          suffix={t('plans.days')}
          value={typed ?? rules.reviewDays}
          onChange={(days) => {
            if (!days) return
            setTyped(days)
            keep(days)
          }}
        />
      </FormRow>
    </Panel>
  )
}
