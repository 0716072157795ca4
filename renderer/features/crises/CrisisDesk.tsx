import { useTranslation } from 'react-i18next'
import type { Crisis } from '#contract/crises'
import { useWho } from '#lib/student-header'
import { CrisisClock } from './CrisisClock.tsx'
import { CrisisEntries } from './CrisisEntries.tsx'
import { CrisisSteps } from './CrisisSteps.tsx'

/** The card for whoever is at the desk: steps and lines at once. Level, report and phones are for those who may see them. */
export function CrisisDesk({ crisis }: { crisis: Crisis }) {
  const { t } = useTranslation()
  const { who } = useWho(crisis.studentId)
  return (
    <div className={crisis.state === 'open' ? 'crisis crisis-open' : 'crisis'}>
      <header className="crisis-head">
        <h1>{t('crises.card')}</h1>
        <div className="crisis-who">
          <strong>{who?.name}</strong>
          <span>{[who?.facts, crisis.no].filter(Boolean).join(' · ')}</span>
        </div>
        {crisis.state === 'open' && <CrisisClock openedAt={crisis.openedAt} />}
      </header>
      <div className="crisis-columns">
        <div className="crisis-main">
          <CrisisSteps crisis={crisis} guardians={null} />
        </div>
        <aside className="crisis-side">
          <p className="crisis-hint">{t('crises.deskHint')}</p>
          <CrisisEntries crisis={crisis} />
        </aside>
      </div>
    </div>
  )
}
