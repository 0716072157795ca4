import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Plan } from '#contract/plans'
import { client } from '#lib/client'
import { paths } from '#lib/paths'
import { useWrite } from '#lib/use-write'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { ErrorState } from '#ui/ErrorState'
import { planQueries } from './queries.ts'

type Props = {
  plan: Plan
  edits: () => number
  /** What is typed is in the vault. */
  beforeGoing: () => Promise<void>
  /** What is typed since is not saved any more. */
  onGone: () => Promise<void>
}

/** A draft that is not wanted: thrown away after being asked once. */
export function DiscardPlan({ plan: { id: planId, caseId, studentId, version }, edits, beforeGoing, onGone }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const discard = useWrite(client.plans.discard, {
    invalidates: ['cases'],
    onSuccess: () => {
      void onGone()
      // The list alone: the sheet that is gone may stand on the screen for a moment more.
      void queries.invalidateQueries(planQueries.ofCase(caseId))
      void navigate(paths.case(caseId), { replace: true })
    },
  })
  const send = async () => {
    await beforeGoing()
    discard.write({ planId, studentId, edits: edits() })
  }
  return (
    <div>
      <Button type="text" size="small" onClick={() => setAsking(true)}>
        {t('plans.discard')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          isDanger
          title={t('plans.discardTitle', { n: version })}
          verb={t('plans.discardVerb')}
          isBusy={discard.isPending}
          onConfirm={() => void send().catch(() => undefined)}
          onCancel={() => setAsking(false)}
        >
          <p>{t(version === 1 ? 'plans.discardFirst' : 'plans.discardNext')}</p>
          {discard.error && <ErrorState error={discard.error} what={t('plans.discardFailed')} />}
        </ConfirmDialog>
      )}
    </div>
  )
}
