import { useTranslation } from 'react-i18next'
import { formatInstant } from '#lib/format'

type Props = { savedAt: string | null; isSaving?: boolean; hasFailed?: boolean }

/** 已保存 10:32, from a UTC instant; says so when text is not in the vault yet. */
export function SavedAt({ savedAt, isSaving = false, hasFailed = false }: Props) {
  const { t } = useTranslation()
  const words = hasFailed
    ? t('frame.saved.failed')
    : isSaving
      ? t('frame.saved.saving')
      : savedAt
        ? t('frame.saved.at', { time: formatInstant(savedAt) })
        : ''
  return (
    <span className={hasFailed ? 'saved-at saved-failed' : 'saved-at'} role="status">
      {words}
    </span>
  )
}
