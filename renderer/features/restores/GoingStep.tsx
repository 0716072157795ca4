import { useEffect, useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { client, toAppError } from '#lib/client'
import { ErrorState } from '#ui/ErrorState'
import type { StepProps } from './restore-state.ts'

const LOOK_EVERY_MS = 400
type Progress = Awaited<ReturnType<typeof client.restores.progress>>

/** How far the restore is; what went wrong leads back to a step that can be done again. */
export function GoingStep({ state, change }: StepProps) {
  const { t } = useTranslation()
  const [progress, setProgress] = useState<Progress>(null)
  const { failure } = state
  const isGoing = failure === null
  useEffect(() => {
    if (!isGoing) return
    const clock = setInterval(() => void client.restores.progress({}).then(setProgress, () => undefined), LOOK_EVERY_MS)
    return () => clearInterval(clock)
  }, [isGoing])

  if (!isGoing) {
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
  const percent = progress && progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0
  const words = t('restores.going.words', { step: t(`restores.going.steps.${progress?.step ?? 'copy'}`), percent })
  return (
    <>
      <p className="restore-lead">{t('restores.going.lead')}</p>
      <div
        className="restore-bar"
        role="progressbar"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={words}
        aria-label={t('restores.going.title')}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      <p className="field-hint" role="status">
        {words}
      </p>
    </>
  )
}
