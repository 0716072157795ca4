import './log.css'
import { useState } from 'react'
import type { AuditFilter } from '#contract/audit'
import { LogFilters } from './LogFilters.tsx'
import { LogRows } from './LogRows.tsx'
import { LogVerdict } from './LogVerdict.tsx'
import { WitnessPanel } from './WitnessPanel.tsx'
import { useTranslation } from 'react-i18next'
import { Panel } from '#ui/Panel'

/** Who did what and when, without any content; each row is chained to the one before and signed, so that none can be changed. */
export function LogPanel() {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<AuditFilter>({})
  return (
    <>
      <Panel title={t('log.title')} extra={<LogVerdict />}>
        <p className="setting-hint">{t('log.hint')}</p>
        <LogFilters filter={filter} onChange={setFilter} />
        <LogRows filter={filter} />
      </Panel>
      <WitnessPanel />
    </>
  )
}
