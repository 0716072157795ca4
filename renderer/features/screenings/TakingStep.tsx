import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AppError } from '#contract/errors'
import type { TakenIn } from '#lib/use-take-in'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'

type Props = {
  progress: TakenIn
  error: AppError | null
  onContinue: () => void
  onLeave: () => void
  onNames: () => void
}

/** The bar while results come in, and where to go on afterwards. */
export function TakingStep({ progress, error, onContinue, onLeave, onNames }: Props) {
  const { t } = useTranslation()
  const { done, rows, finished } = progress
  return (
    <Panel className="round-taking">
      <p className="round-taking-title" role="status">
        {finished ? t('screening-files.import.done', { n: rows }) : t('imports.taking', { done, rows })}
      </p>
      <Progress
        percent={finished ? 100 : rows === 0 ? 0 : Math.floor((done / rows) * 100)}
        status={error ? 'exception' : finished ? 'success' : 'active'}
        aria-label={t('screenings.tabs.import')}
      />
      {error && <ErrorState error={error} what={t('imports.stopped', { done, rows })} onRetry={onContinue} />}
      {finished && (
        <div className="round-taking-next">
          <Button type="primary" autoFocus onClick={onNames}>
            {t('screening-files.import.toFlagged')}
          </Button>
          <Button onClick={onLeave}>{t('imports.another')}</Button>
        </div>
      )}
    </Panel>
  )
}
