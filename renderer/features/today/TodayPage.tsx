import './today.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { openDialog } from '#lib/dialogs'
import { formatDay } from '#lib/format'
import { useMay } from '#lib/rights'
import { useKey } from '#lib/use-key'
import { useWorkplace } from '#lib/workplace'
import { Kbd } from '#ui/Kbd'
import { PageHeader } from '#ui/PageHeader'
import { SearchButton } from '#ui/SearchButton'
import { FirstPanel } from './FirstPanel.tsx'
import { todayQueries } from './queries.ts'
import { ScreeningPanel } from './ScreeningPanel.tsx'
import { UnfinishedPanel } from './UnfinishedPanel.tsx'
import { VisitorsPanel } from './VisitorsPanel.tsx'
import { WaitingPanel } from './WaitingPanel.tsx'

const registerVisit = () => openDialog({ kind: 'visit', studentId: null })

/** The home screen: what comes first, who comes, what is not written yet. */
export function TodayPage() {
  const { t } = useTranslation()
  const { today, preferences } = useWorkplace()
  const may = useMay()
  const mayRegister = may('visits.register')
  const { data: waiting = [] } = useQuery({ ...todayQueries.waitingReferrals(), enabled: may('referrals.list') })
  useKey('n', () => mayRegister && registerVisit())
  const isOverdue = (line: (typeof waiting)[number]) =>
    line.returnDue === null ? line.waitingDays >= preferences.returnSlipDays : line.returnDue < today
  return (
    <div className="today">
      <PageHeader title={t('today.title')} hint={formatDay(today)}>
        {may('students.find') && <SearchButton />}
        {mayRegister && (
          <Button type="primary" size="large" aria-keyshortcuts="N" onClick={registerVisit}>
            {t('today.register')}
            <Kbd keys="N" />
          </Button>
        )}
      </PageHeader>
      <div className={may('screenings.list') ? 'today-columns' : 'today-columns today-desk'}>
        <div className="today-column">
          {may('crises.list') && <FirstPanel overdue={waiting.filter(isOverdue)} />}
          <VisitorsPanel />
        </div>
        {may('screenings.list') && (
          <div className="today-column">
            {may('visits.listUnfinished') && <UnfinishedPanel />}
            <ScreeningPanel />
            <WaitingPanel waiting={waiting.filter((line) => !isOverdue(line))} />
          </div>
        )}
      </div>
    </div>
  )
}
