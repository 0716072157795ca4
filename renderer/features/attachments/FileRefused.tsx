import { useTranslation } from 'react-i18next'
import { ATTACHMENT_PROBLEMS } from '#contract/attachment-files'
import { toAppError } from '#lib/client'
import { ErrorState } from '#ui/ErrorState'

/** Why a file did not go in, and what to do about it. */
export function FileRefused({ name, error }: { name: string; error: unknown }) {
  const { t } = useTranslation()
  const { reason } = toAppError(error).data
  const problem = ATTACHMENT_PROBLEMS.find((known) => known === reason)
  if (!problem) return <ErrorState error={error} what={t('attachments.notKept', { name })} />
  return (
    <div className="file-refused" role="alert">
      <strong>{t('attachments.notKept', { name })}</strong> {t(`attachments.problems.${problem}`)}
    </div>
  )
}
