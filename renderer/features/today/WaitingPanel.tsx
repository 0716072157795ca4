import { useTranslation } from 'react-i18next'
import type { ReferralLine } from '#contract/referrals'
import { Panel } from '#ui/Panel'
import { Rows } from '#ui/Rows'
import { ReferralRow } from './ReferralRow.tsx'

/** Referrals whose return slip may still take its time. */
export function WaitingPanel({ waiting }: { waiting: readonly ReferralLine[] }) {
  const { t } = useTranslation()
  if (waiting.length === 0) return null
  return (
    <Panel title={t('today.waiting')} extra={t('today.referrals', { count: waiting.length })}>
      <Rows>
        {waiting.map((line) => (
          <ReferralRow key={line.id} line={line} />
        ))}
      </Rows>
    </Panel>
  )
}
