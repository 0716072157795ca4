import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { client } from '#lib/client'
import { leaveDialogs } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { LOGGED } from '#lib/query'
import { useWorkplace } from '#lib/workplace'

/** What is there to be handed on: how far intake and plan are, and the way to both. What was typed stays a draft. */
export function BriefingLinks({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const { data: intake } = useQuery({
    queryKey: ['intakes', 'case', caseId],
    queryFn: () => client.intakes.get({ caseId }),
    ...LOGGED,
  })
  const { data: plans = [] } = useQuery({
    queryKey: ['plans', 'case', caseId],
    queryFn: () => client.plans.list({ caseId }),
    ...LOGGED,
  })
  const plan = plans.find(({ state }) => state === 'active') ?? plans[0]
  const go = (path: string) => {
    leaveDialogs()
    void navigate(path)
  }
  return (
    <div className="form-row-line">
      <span>
        {intake?.finishedAt
          ? t('conferences.intakeDone', { day: formatDate(intake.body.onDay, today) })
          : t(intake ? 'conferences.intakeDraft' : 'conferences.intakeNone')}
      </span>
      <Button size="small" onClick={() => go(paths.intake(caseId))}>
        {t('conferences.seeIntake')}
      </Button>
      <span>
        {plan
          ? t(plan.state === 'active' ? 'conferences.planAgreed' : 'conferences.planDraft', { n: plan.version })
          : t('conferences.planNone')}
      </span>
      {plan && (
        <Button size="small" onClick={() => go(paths.plan(plan.id))}>
          {t('conferences.seePlan')}
        </Button>
      )}
    </div>
  )
}
