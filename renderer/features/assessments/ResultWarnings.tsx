import { useTranslation } from 'react-i18next'
import type { Result } from '#contract/results'
import { bothIn } from '#lib/both'
import { currentLanguage } from '#lib/words'

/** What stands against taking the numbers as they are. */
export function ResultWarnings({ result }: { result: Result }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const said = [
    result.void && t('assessments.warnings.void'),
    result.incomplete && t('assessments.warnings.incomplete'),
    !result.valid && !result.void && !result.incomplete && t('assessments.warnings.invalid'),
    ...result.warnings.map((warning) => bothIn(language, warning)),
  ].filter((line) => line !== false)
  if (said.length === 0) return null
  return (
    <ul className="result-banner" aria-label={t('assessments.warnings.title')}>
      {said.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
