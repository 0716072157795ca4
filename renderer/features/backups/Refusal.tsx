import { useTranslation } from 'react-i18next'
import { toAppError } from '#lib/client'
import { ErrorState } from '#ui/ErrorState'

const KNOWN = ['running', 'practice', 'no-set']

/** Why something was not begun: in words of its own where the reason is known. */
export function Refusal({ error, what }: { error: unknown; what: string }) {
  const { t } = useTranslation()
  const { reason = '' } = toAppError(error).data
  return KNOWN.includes(reason) ? (
    <p className="trouble" role="alert">
      {t(`backups.refused.${reason}`)}
    </p>
  ) : (
    <ErrorState error={error} what={what} />
  )
}
