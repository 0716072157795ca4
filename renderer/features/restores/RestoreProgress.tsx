import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'

const LOOK_EVERY_MS = 400
type Progress = Awaited<ReturnType<typeof client.restores.progress>>

/** How far it is, in words and as a bar; stands while something goes on. */
export function RestoreProgress({ of }: { of: 'secret' | 'going' }) {
  const { t } = useTranslation()
  const [progress, setProgress] = useState<Progress>(null)
  useEffect(() => {
    const clock = setInterval(() => void client.restores.progress({}).then(setProgress, () => undefined), LOOK_EVERY_MS)
    return () => clearInterval(clock)
  }, [])
  const step = t(`restores.${of}.steps.${progress?.step ?? 'keys'}`)
  const percent =
    progress && progress.total > 1 ? Math.min(100, Math.floor((progress.done / progress.total) * 100)) : null
  const words = percent === null ? step : t('restores.progress', { step, percent })
  return (
    <>
      <div
        className="restore-bar"
        role="progressbar"
        aria-valuenow={percent ?? undefined}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={words}
        aria-label={step}
      >
        <i style={{ width: `${percent ?? 0}%` }} />
      </div>
      <p className="field-hint" role="status">
        {words}
      </p>
    </>
  )
}
