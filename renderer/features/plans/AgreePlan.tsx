import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Plan, PLAN_BLOCKS } from '#contract/plans'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { paths } from '#lib/paths'
import { useWho } from '#lib/student-header'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { planQueries } from './queries.ts'

type Props = {
  plan: Plan
  /** What the draft was saved upon last. */
  edits: () => number
  isFirst: boolean
  onClose: () => void
}

/** The draft becomes the plan that holds, once student and counselor have agreed on it. */
export function AgreePlan({ plan, edits, isFirst, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { today } = useWorkplace()
  const { id: planId, studentId, caseId } = plan
  const { who } = useWho(studentId)
  const [agreedOn, setAgreedOn] = useState(today)
  const blocks = useQuery({
    queryKey: ['plans', 'blocks', planId],
    queryFn: () => client.plans.blocks({ planId }),
    staleTime: 0,
    gcTime: 0,
  })
  const { write, isPending, error } = useWrite(client.plans.activate, {
    invalidates: ['plans', 'reviews', 'cases', 'students'],
    onSuccess: (agreed) => {
      queries.setQueryData(planQueries.one(planId).queryKey, agreed)
      onClose()
    },
  })
  const isAhead = agreedOn > today
  const goTo: Record<(typeof PLAN_BLOCKS)[number], (() => void) | null> = {
    notice: () => {
      onClose()
      openDialog({ kind: 'consent', studentId, about: 'notice' })
    },
    intake: () => void navigate(paths.intake(caseId)),
    goals: null,
    contents: null,
    agreement: () => {
      onClose()
      openDialog({ kind: 'consent', studentId, about: 'agreement' })
    },
  }
  const lacks = blocks.data ?? []
  return (
    <SheetDialog
      title={t('plans.agreeTitle', { n: plan.version })}
      who={who}
      width={620}
      verb={t('plans.agreeVerb')}
      isBusy={isPending}
      isDisabled={!blocks.data || lacks.length > 0 || isAhead}
      onSubmit={() => write({ planId, studentId, edits: edits(), agreedOn })}
      onClose={onClose}
    >
      {blocks.error && <ErrorState error={blocks.error} onRetry={() => void blocks.refetch()} />}
      {lacks.length > 0 ? (
        <ul className="plan-lacks" aria-label={t('plans.lacksTitle')}>
          {lacks.map((lack) => {
            const go = goTo[lack]
            return (
              <li key={lack}>
                {t('plans.lacks', { what: t(`plans.lack.${lack}`) })}
                {go && (
                  <Button size="small" onClick={go}>
                    {t(`plans.go.${lack}`)}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      ) : (
        blocks.data && (
          <>
            <p className="sheet-part-hint">{t(isFirst ? 'plans.agreeHint' : 'plans.agreeNextHint')}</p>
            <FormRow label={t('plans.agreedOn')} error={isAhead ? t('plans.ahead') : null}>
              <DateField
                label={t('plans.agreedOn')}
                value={agreedOn}
                hasError={isAhead}
                onChange={(day) => day && setAgreedOn(day)}
              />
            </FormRow>
          </>
        )
      )}
      {error && <ErrorState error={error} what={t('plans.agreeFailed')} isTextSafe />}
    </SheetDialog>
  )
}
