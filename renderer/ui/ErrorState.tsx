import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { toAppError } from '#lib/client'

/** Reasons that have words of their own; the rest are told by their code. */
const SAID = ['unreachable', 'reason-needed', 'not-yours'] as const
type Props = {
  error: unknown
  /** What the person was doing, e.g. 没能保存这次来访. */
  what?: string
  /** True when something was typed and is kept. */
  isTextSafe?: boolean
  onRetry?: () => void
}

/** What happened, is my text safe, what next. */
export function ErrorState({ error, what, isTextSafe, onRetry }: Props) {
  const { t } = useTranslation()
  const { code, data } = toAppError(error)
  const said = SAID.find((reason) => reason === data.reason)
  const reason = t(`frame.errors.${said ?? code}`)
  return (
    <div className="error-state" role="alert">
      <p className="error-what">{what ?? t('frame.errors.what')}</p>
      <p>
        {reason}
        {isTextSafe && ` ${t('frame.errors.textSafe')}`}
        {data.reference && ` ${t('frame.errors.reference', { reference: data.reference })}`}
      </p>
      {onRetry && <Button onClick={onRetry}>{t('frame.errors.retry')}</Button>}
    </div>
  )
}
