import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { toAppError } from '#lib/client'
import { ErrorState } from '#ui/ErrorState'
import type { StepProps } from './restore-state.ts'
import { RestoreProgress } from './RestoreProgress.tsx'

/** The restore goes on; what went wrong leads back to a step that can be done again. */
export function GoingStep({ state, change }: StepProps) {
  const { t } = useTranslation()
  const { failure } = state
  if (failure === null)
    return (
      <>
        <p className="restore-lead">{t('restores.going.lead')}</p>
        <RestoreProgress of="going" />
      </>
    )
  const isExpired = toAppError(failure).code === 'not-found'
  return (
    <>
      <ErrorState error={failure} what={t(isExpired ? 'restores.going.expired' : 'restores.going.failed')} />
      <div className="restore-foot">
        <Button type="text" onClick={() => change({ failure: null, step: isExpired ? 'secret' : 'confirm' })}>
          {t('restores.back')}
        </Button>
      </div>
    </>
  )
}
