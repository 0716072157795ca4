import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PlanGoal } from '#contract/plans'
import { GrowingText } from '#ui/GrowingText'

const MOST = 8
type Props = { goals: readonly PlanGoal[]; onChange: (goals: PlanGoal[]) => void }

/** What is to be reached, and by what one will see that it is. */
export function GoalFields({ goals, onChange }: Props) {
  const { t } = useTranslation()
  const change = (at: number, part: Partial<PlanGoal>) =>
    onChange(goals.map((goal, index) => (index === at ? { ...goal, ...part } : goal)))
  return (
    <>
      {goals.map(({ rootId, text, sign }, index) => (
        <div key={rootId} className="plan-goal">
          <span className="plan-goal-no">{index + 1}</span>
          <GrowingText
            label={t('plans.goalNo', { n: index + 1 })}
            hint={t('plans.goalHint')}
            hasFocus={text === '' && index === goals.length - 1}
            maxLength={500}
            text={text}
            onChange={(typed) => change(index, { text: typed })}
          />
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={t('plans.dropGoal', { n: index + 1 })}
            title={t('plans.dropGoal', { n: index + 1 })}
            onClick={() => onChange(goals.filter((goal) => goal.rootId !== rootId))}
          />
          <div className="plan-sign">
            <GrowingText
              isSmall
              label={t('plans.signNo', { n: index + 1 })}
              hint={t('plans.signHint')}
              maxLength={500}
              text={sign}
              onChange={(typed) => change(index, { sign: typed })}
            />
          </div>
        </div>
      ))}
      {goals.length < MOST && (
        <div>
          <Button
            size="small"
            onClick={() => onChange([...goals, { rootId: crypto.randomUUID(), text: '', sign: '' }])}
          >
            {t(goals.length === 0 ? 'plans.firstGoal' : 'plans.moreGoal')}
          </Button>
        </div>
      )}
    </>
  )
}
