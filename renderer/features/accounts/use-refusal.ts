import { useTranslation } from 'react-i18next'
import { toAppError } from '#lib/client'

const KNOWN = [
  'last-manager',
  'open-cases',
  'yourself',
  'role',
  'busy',
  'taken',
  'same-password',
  'former-slots',
  'key-change-pending',
  'no-space-for-copy',
] as const

const PROBLEMS = ['too-short', 'too-common', 'contains-names', 'too-simple'] as const

/** Why the host did not do it, in words; undefined where there is nothing better to say than the code's own. */
export const useRefusal = () => {
  const { t } = useTranslation()
  return (error: unknown): string | undefined => {
    const { code, data } = toAppError(error)
    const known = KNOWN.find((reason) => reason === data.reason)
    if (known) return t(`accounts.refused.${known}`)
    const problem = PROBLEMS.find((reason) => reason === data.reason)
    if (problem) return t(`door.problems.${problem}`)
    if (code === 'forbidden')
      return data.retryAfterMs
        ? t('accounts.refused.wait', { seconds: Math.ceil(data.retryAfterMs / 1000) })
        : t('accounts.refused.password')
    return undefined
  }
}
