import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { GOAL_STANDINGS } from '#contract/case-tables'
import type { GoalCourse } from '#contract/plans'
import type { ReviewFields } from '#contract/reviews'
import { useCodes } from '#lib/use-codes'
import { Chips } from '#ui/Chips'

type Standing = Partial<Omit<ReviewFields['goals'][number], 'rootId'>>
type Props = {
  goals: readonly Pick<GoalCourse, 'rootId' | 'text' | 'marks'>[]
  value: Record<string, Standing>
  onChange: (value: Record<string, Standing>) => void
}

/** Where each goal stands, beside the numbers of the visits. */
export function GoalStandings({ goals, value, onChange }: Props) {
  const { t } = useTranslation()
  const codes = useCodes()
  const change = (rootId: string, part: Standing) => onChange({ ...value, [rootId]: { ...value[rootId], ...part } })
  return goals.map(({ rootId, text, marks }) => (
    <div key={rootId} className="review-goal">
      <div className="review-goal-text">
        <b>{text}</b>
        {marks.length > 0 && <span>{t('reviews.marks', { scores: marks.map(({ score }) => score).join(' → ') })}</span>}
      </div>
      <Chips
        label={text}
        value={value[rootId]?.standing ?? null}
        options={codes('goalStandings', GOAL_STANDINGS)}
        onChange={(standing) => change(rootId, { standing })}
      />
      <Input
        maxLength={500}
        aria-label={t('reviews.goalWords', { goal: text })}
        placeholder={t('reviews.goalWordsHint')}
        value={value[rootId]?.words ?? ''}
        onChange={(event) => change(rootId, { words: event.target.value })}
      />
    </div>
  ))
}
