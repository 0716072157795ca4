import { useTranslation } from 'react-i18next'
import type { AppError } from '#contract/errors'
import { FILE_PROBLEMS } from '#contract/roster-lists'
import { ErrorState } from '#ui/ErrorState'

/** Why a file is refused and what to do about it. */
export function FileProblem({ error }: { error: AppError }) {
  const { t } = useTranslation()
  const problem = FILE_PROBLEMS.find((one) => one === error.data.reason)
  if (!problem) return <ErrorState error={error} what={t('imports.notRead')} />
  return (
    <div className="imports-problem" role="alert">
      <p className="imports-problem-what">{t(`imports.problems.${problem}.what`)}</p>
      <p>{t(`imports.problems.${problem}.next`)}</p>
      <p className="imports-problem-safe">{t('imports.nothingChanged')}</p>
    </div>
  )
}
