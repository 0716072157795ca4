import { useTranslation } from 'react-i18next'
import { Tag } from './Tag.tsx'

const TONES = { routine: 'plain', soon: 'amber', urgent: 'red' } as const

export function UrgencyTag({ urgency }: { urgency: keyof typeof TONES }) {
  const { t } = useTranslation()
  return <Tag tone={TONES[urgency]}>{t(`codes.urgencies.${urgency}`)}</Tag>
}
