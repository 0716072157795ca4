import { useTranslation } from 'react-i18next'
import { toAppError } from '#lib/client'
import { fileProblemOf } from '#lib/file-problem'
import { ErrorState } from './ErrorState.tsx'

/** Why a file is refused and what to do about it. */
export function FileProblem({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const problem = fileProblemOf(toAppError(error))
  if (!problem) return <ErrorState error={error} what={t('imports.notRead')} />
  return (
    <div className="file-problem" role="alert">
      <p className="file-problem-what">{t(`imports.problems.${problem}.what`)}</p>
      <p>{t(`imports.problems.${problem}.next`)}</p>
      <p className="file-problem-safe">{t('imports.nothingChanged')}</p>
    </div>
  )
}
